package io.github.corsstarter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

class CorsAssertTests {

	private static final String SHOP = "https://shop.example.com";

	@Test
	void isGrantedWhenPolicyAllowsShouldPass() {
		application().from(SHOP)
			.to(PUT, "/api/orders/1")
			.withHeaders("Authorization")
			.withCredentials()
			.isGranted()
			.isGovernedBy("storefront")
			.needsPreflight();
	}

	@Test
	void isGrantedWhenRefusedShouldFailWithExplanation() {
		assertFails(
				() -> application().from(SHOP)
					.to(PUT, "/api/orders/1")
					.withHeaders("Authorization", "X-Trace")
					.withCredentials()
					.isGranted(),
				"PUT /api/orders/1 from https://shop.example.com", "with credentials", "to be granted",
				"refused (header-not-allowed) by the policy storefront at /api/**", "x-trace",
				"cors.policies.storefront.allowed-headers", "application.yml");
	}

	@Test
	void isGrantedWhenBrowserBlocksShouldFail() {
		assertFails(() -> application().from(SHOP).to(GET, "/public/x").withCredentials().isGranted(),
				"the browser blocks", "credentials");
	}

	@Test
	void isRefusedWhenReasonIsAnotherShouldFail() {
		application().from(SHOP).to(DELETE, "/api/orders/1").isRefused().isRefused(RefusalReason.METHOD_NOT_ALLOWED);
		assertFails(
				() -> application().from("https://evil.example")
					.to(DELETE, "/api/orders/1")
					.isRefused(RefusalReason.METHOD_NOT_ALLOWED),
				"to be refused (method-not-allowed)", "origin-not-allowed");
	}

	@Test
	void isRefusedWhenGrantedShouldFail() {
		assertFails(() -> application().from(SHOP).to(GET, "/api/orders").isRefused(), "to be refused", "granted");
	}

	@Test
	void isBlockedWhenPageSeesResponseShouldFail() {
		application().from(SHOP).to(GET, "/elsewhere").isBlocked();
		assertFails(() -> application().from(SHOP).to(GET, "/api/orders").isBlocked(), "to be blocked");
	}

	@Test
	void isNotGovernedWhenPolicyGovernsShouldFail() {
		application().from(SHOP).to(GET, "/elsewhere").isNotGoverned();
		assertFails(() -> application().from(SHOP).to(GET, "/api/orders").isNotGoverned(), "governed by no policy");
	}

	@Test
	void isGovernedByWhenPolicyIsAnotherShouldFail() {
		assertFails(() -> application().from(SHOP).to(GET, "/public/x").isGovernedBy("storefront"),
				"governed by the policy storefront", "catalogue");
	}

	@Test
	void needsPreflightWhenRequestIsPlainShouldFail() {
		application().from(SHOP).to(GET, "/public/x").needsNoPreflight();
		assertFails(() -> application().from(SHOP).to(GET, "/public/x").needsPreflight(), "to need a preflight");
		assertFails(() -> application().from(SHOP).to("put", "/public/x").needsNoPreflight(), "to need no preflight");
	}

	@Test
	void asWhenAssertionFailsShouldDescribeIt() {
		assertFails(() -> application().as("the shop").from(SHOP).to(GET, "/elsewhere").isGranted(), "the shop");
	}

	@Test
	void toWhenTargetIsOfPageItselfShouldBeSameOrigin() {
		assertFails(() -> application().from(SHOP).to(GET, SHOP + "/api/orders").isGranted(), "same-origin");
	}

	@Test
	void assertThatCorsWhenProfileIsActiveShouldReadItsPolicies() {
		CorsAssertions.assertThatCors("classpath:application.yml", "beta")
			.from("https://beta.example.com")
			.to(GET, "/api/orders")
			.isGranted();
	}

	@Test
	void assertThatCorsWhenFileIsInvalidShouldThrowReport(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("cors.yml");
		Files.writeString(file, """
				cors:
				  policies:
				    api:
				      paths: [/api/**]
				      allowed-origins: ["https://shop.example.com/"]
				""");
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(() -> assertThatCors(file))
			.withMessageContaining("cors.policies.api.allowed-origins");
	}

	private static CorsAssert application() {
		return assertThatCors("classpath:application.yml");
	}

	private static void assertFails(ThrowingCallable assertion, String... texts) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.satisfies((error) -> assertThat(error.getMessage()).contains(texts));
	}

}
