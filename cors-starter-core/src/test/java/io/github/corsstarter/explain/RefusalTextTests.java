package io.github.corsstarter.explain;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.Refusal.Circumstance;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.explain.TestRefusals.LOCATOR;
import static io.github.corsstarter.explain.TestRefusals.advice;
import static io.github.corsstarter.explain.TestRefusals.policy;
import static io.github.corsstarter.explain.TestRefusals.refusal;
import static io.github.corsstarter.explain.TestRefusals.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RefusalText} and {@link Refusal}.
 */
class RefusalTextTests {

	private final CorsPolicy policy = TestRefusals.shop();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					PURGE  | If pages may use it, add PURGE to cors.policies.shop.allowed-methods (app.yml:7:3): [GET, HEAD, PATCH, report, PURGE].
					patch  | Methods are case-sensitive: the policy lists "PATCH". Write fetch(..., {method: "PATCH"})
					REPORT | Methods are case-sensitive: the policy lists "report".
					link   | Methods are case-sensitive: send "LINK". If pages may use it, add LINK to
					TRACE  | No page can send this method
					A B    | Send a method of at most 128 letters
					""")
	void adviceWhenMethodIsRefusedShouldSayWhatToList(String method, String expected) {
		Refusal refusal = refused("https://shop.example.com", method);
		assertThat(refusal.reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(refusal.detail()).isEqualTo(method);
		assertThat(advice(refusal)).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "*" })
	void textWhenPreflightNamesMethodTwiceShouldSaySo(String allowed) {
		CorsPolicy policy = policy(
				CorsPolicySpec.named("shop").allowedOrigins("https://shop.example.com").allowedMethods(allowed));
		SimulatedRequest request = TestRefusals.requestWith("OPTIONS", Map.of("Origin",
				List.of("https://shop.example.com"), "Access-Control-Request-Method", List.of("GET", "GET")));
		Refusal refusal = refusal(policy, request);
		assertThat(refusal.reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(advice(refusal)).contains("the preflight names more than one");
		assertThat(RefusalText.forQuestions(LOCATOR).message(refusal))
			.isEqualTo("The preflight names more than one method.");
	}

	@Test
	void adviceWhenMethodIsLongUnderAnyMethodShouldNotOfferIt() {
		CorsPolicy any = policy(CorsPolicySpec.named("any").allowedOrigins("*").allowedMethods("*"));
		Refusal refusal = refusal(any, request("A".repeat(8000), Map.of("Origin", "https://a.test")));
		assertThat(refusal.detail()).hasSize(Printable.MAX_LENGTH);
		assertThat(advice(refusal)).contains("at most 128").doesNotContain("AAA");
		assertThat(RefusalText.forQuestions(LOCATOR).message(refusal)).endsWith("is no HTTP method.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					x-trace      | If pages may send it, add x-trace to cors.policies.shop.allowed-headers (app.yml:7:3): [authorization, x-trace-id, x-trace].
					Content-Type | A JSON body needs Content-Type listed. If pages may send it, add content-type to
					a b          | Send short header names
					""")
	void adviceWhenHeaderIsRefusedShouldSayWhatToList(String header, String expected) {
		Refusal refusal = preflight(header);
		assertThat(refusal.reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
		assertThat(advice(refusal)).contains(expected);
	}

	/**
	 * Whoever forges an {@code Origin}, with curl say, names methods and headers as well.
	 */
	@Test
	void adviceWhenStrangerNamesMethodOrHeaderShouldAskWhetherPagesSendIt() {
		RefusalText text = RefusalText.forRecords(LOCATOR);
		assertThat(text.advice(refused("https://shop.example.com", "PURGE")))
			.startsWith("If your pages send it, add PURGE to cors.policies.shop.allowed-methods");
		assertThat(text.advice(refused("https://shop.example.com", "link")))
			.startsWith("Methods are case-sensitive: send \"LINK\". If your pages send it, add LINK to ");
		assertThat(text.advice(preflight("x-trace")))
			.startsWith("If your pages send it, add x-trace to cors.policies.shop.allowed-headers");
	}

	@Test
	void adviceWhenHeadersAreTooManyShouldNotListThem() {
		assertThat(advice(preflight("a".repeat(4097)))).isEqualTo("Send fewer headers: no page needs that many.");
	}

	@Test
	void adviceWhenPolicyDeniesShouldNameMode() {
		CorsPolicy deny = policy(CorsPolicySpec.named("shut").mode(PolicyMode.DENY));
		assertThat(advice(refusal(deny, request("GET", Map.of("Origin", "https://a.test")))))
			.contains("cors.policies.shut.mode (app.yml:7:3)");
	}

	@Test
	void adviceWhenBrowserNavigatesShouldOfferPathOfItsOwn() {
		Refusal refusal = refusal(this.policy,
				request("POST", Map.of("Origin", "https://id.example", "Sec-Fetch-Mode", "navigate")));
		assertThat(refusal.circumstance()).isEqualTo(Circumstance.NAVIGATION);
		assertThat(advice(refusal)).contains("login callback", "\"on-refusal: forward\"",
				"cors.policies.shop.paths (app.yml:7:3)");
	}

	@ParameterizedTest
	@EnumSource(RefusalReason.class)
	void textsShouldBeThereForEveryReason(RefusalReason reason) {
		Refusal refusal = new Refusal(this.policy, "/**", reason, "x", "https://a.test", false, Circumstance.NONE);
		for (RefusalText text : List.of(RefusalText.forQuestions(LOCATOR), RefusalText.forRecords(LOCATOR))) {
			assertThat(text.message(refusal)).endsWith(".");
			assertThat(text.advice(refusal)).endsWith(".");
		}
	}

	@Test
	void ofShouldCleanAndCutWhatComesOutOfTheRequest() {
		String origin = "https://a\r\n\u001B" + "b".repeat(9000);
		Refusal refusal = refused(origin, "GET");
		assertThat(refusal.origin()).isEqualTo(refusal.detail())
			.startsWith("https://a???bbb")
			.endsWith("b...")
			.hasSize(Printable.MAX_LENGTH);
	}

	@Test
	void ofWhenRequestIsNotRefusedShouldThrow() {
		SimulatedRequest request = request("GET", Map.of("Origin", "https://shop.example.com"));
		assertThatIllegalArgumentException().isThrownBy(() -> refusal(this.policy, request));
	}

	private Refusal refused(String origin, String method) {
		return refusal(this.policy, request(method, Map.of("Origin", origin)));
	}

	private Refusal preflight(String headers) {
		return refusal(this.policy, request("OPTIONS", Map.of("Origin", "https://shop.example.com",
				"Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", headers)));
	}

}
