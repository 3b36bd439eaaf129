package io.github.corsstarter.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static io.github.corsstarter.test.CorsAssertions.assertThatDeployedCors;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PUT;

/**
 * Tests for {@link DeployedCorsAssert} at an application that runs.
 */
class DeployedCorsAssertTests {

	private static final String SHOP = "https://shop.example.com";

	private static ConfigurableApplicationContext application;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(SliceApplication.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--server.servlet.context-path=/shop");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void agreesWithWhenSiteDoesWhatPoliciesSayShouldPass() {
		site().withOptions((options) -> options.basePath("/shop")).agreesWith("classpath:application.yml");
	}

	@Test
	void agreesWithWhenProfileSaysOtherShouldFailWithReport() {
		assertFails(
				() -> site().withOptions((options) -> options.basePath("/shop"))
					.agreesWith("classpath:application.yml", "beta"),
				"to agree with its policies", "classpath:application.yml (beta)", "origin-missing",
				"https://beta.example.com", "curl -si");
	}

	@Test
	void agreesWithShouldTakeTheBasePathFromTheConfiguration() throws IOException {
		Path file = Files.writeString(this.folder.resolve("application.yml"), """
				server.servlet.context-path: /shop
				cors.policies:
				  storefront:
				    paths: /api/**
				    allowed-origins: https://shop.example.com
				    allowed-methods: [GET, PUT]
				    allowed-headers: Authorization
				    allow-credentials: true
				""");
		site().agreesWith(file);
	}

	@Test
	void agreesWithWhenNobodyAnswersShouldFail() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertFails(
				() -> assertThatDeployedCors("http://127.0.0.1:" + port).withOptions((options) -> options.rate(1000))
					.agreesWith("classpath:application.yml"),
				"could not be found out", "inconclusive", "no connection");
		assertFails(
				() -> assertThatDeployedCors("http://127.0.0.1:" + port).from(SHOP).to(GET, "/api/orders").isBlocked(),
				"to be blocked", "no connection");
	}

	@Test
	void agreesWithWhenPolicyIsWrongShouldThrow() throws IOException {
		Path file = Files.writeString(this.folder.resolve("wrong.yml"), "cors.policies.api.paths: /api/**\n");
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(() -> site().agreesWith(file));
	}

	@Test
	void isGrantedShouldAskAsABrowserDoes() {
		site().from(SHOP).to(PUT, "/shop/api/orders/1").withHeaders("Authorization").withCredentials().isGranted();
		site().from(SHOP).to(GET, "/shop/api/orders").withCredentials().isGranted();
		site().from(SHOP).to(HEAD, "/shop/api/orders").isGranted();
		assertFails(() -> site().from(SHOP).to(DELETE, "/shop/api/orders/1").isGranted(), "DELETE /shop/api/orders/1",
				"to be granted", "The browser blocks it", "403", "curl -si -X OPTIONS");
		assertFails(() -> site().from(SHOP).to(GET, "/shop/api/orders").withHeaders("X-Trace").isGranted(),
				"curl -si -X OPTIONS");
		assertFails(() -> site().from("https://evil.example").to(GET, "/shop/public/a").withCredentials().isGranted(),
				"with credentials", "The browser blocks it");
	}

	@Test
	void isRefusedShouldTellRefusalsFromOtherAnswers() {
		site().from("https://evil.example").to(GET, "/shop/api/orders").isRefused().isBlocked();
		site().from(SHOP).to(DELETE, "/shop/api/orders/1").isRefused();
		site().from("https://evil.example").to(GET, "/elsewhere").isBlocked();
		assertFails(() -> site().from("https://evil.example").to(GET, "/elsewhere").isRefused(), "to be refused");
		assertFails(() -> site().from(SHOP).to(GET, "/shop/api/orders").isBlocked(), "to be blocked",
				"lets the page have it");
	}

	private static DeployedCorsAssert site() {
		URI uri = URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
		return assertThatDeployedCors(uri).withOptions((options) -> options.rate(1000));
	}

	private static void assertFails(ThrowingCallable assertion, String... parts) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageContainingAll(parts);
	}

}
