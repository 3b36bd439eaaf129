package io.github.corsstarter;

import java.util.Map;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.actual;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests from the application's own origin, {@code http://api.example.net}.
 */
class SameOriginTests {

	private static final String OWN = "http://api.example.net";

	private static final Answer PASSES = Answer.passing(CorsOutcome.SAME_ORIGIN, "Origin", Map.of());

	private static final Answer BLOCKED = Answer.blocked(RefusalReason.ORIGIN_NOT_ALLOWED);

	private final CorsEngine engine = TestPolicies.engine(
			CorsPolicySpec.named("shop").paths("/**").allowedOrigins("https://shop.example.com").build(),
			CorsPolicySpec.named("deny").paths("/deny").mode(PolicyMode.DENY).build());

	@ParameterizedTest
	@ValueSource(strings = { "GET", "DELETE", "OPTIONS" })
	void decideWhenOriginIsOwnShouldPass(String method) {
		assertThat(Answer.of(this.engine, actual(method, "/", OWN))).isEqualTo(PASSES);
		assertThat(Answer.of(this.engine, actual(method, "/deny", OWN))).isEqualTo(PASSES);
	}

	@Test
	void decideWhenBrowserSaysSameOriginShouldPassWhateverTheOrigin() {
		StubRequest request = actual("POST", "/", "https://public.example.net").header("Sec-Fetch-Site", "same-origin");
		assertThat(Answer.of(this.engine, request)).isEqualTo(PASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "same-site", "cross-site", "", "Same-Origin" })
	void decideWhenBrowserSaysOtherwiseShouldNotCompare(String site) {
		assertThat(Answer.of(this.engine, actual("POST", "/", OWN).header("Sec-Fetch-Site", site))).isEqualTo(BLOCKED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.example.net", "http://api.example.net:8080", "http://example.net", "null" })
	void decideWhenOriginDiffersShouldRefuse(String origin) {
		assertThat(Answer.of(this.engine, actual("POST", "/", origin))).isEqualTo(BLOCKED);
	}

	@Test
	void decideWhenOriginIsRepeatedShouldRefuseAsMalformed() {
		assertThat(Answer.of(this.engine, actual("POST", "/", OWN).header("Origin", "https://shop.example.com")))
			.isEqualTo(Answer.blocked(RefusalReason.ORIGIN_MALFORMED));
	}

	@Test
	void decideWhenHostIsUnknownShouldRefuse() {
		assertThat(Answer.of(this.engine, actual("POST", "/", OWN).withoutHost())).isEqualTo(BLOCKED);
	}

	@Test
	void decideWhenPreflightComesFromOwnOriginShouldAnswerAsAnyPreflight() {
		StubRequest request = StubRequest.preflight("/", OWN, "GET").header("Sec-Fetch-Site", "same-origin");
		assertThat(Answer.of(this.engine, request))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.ORIGIN_NOT_ALLOWED));
	}

	@Test
	void decideWhenAnyOriginIsAllowedShouldSendTheConstantHeaders() {
		CorsEngine open = TestPolicies
			.engine(CorsPolicySpec.named("open").paths("/**").allowedOrigins("*").exposedHeaders("ETag").build());
		assertThat(Answer.of(open, actual("PURGE", "/", OWN))).isEqualTo(
				Answer.passing(CorsOutcome.SAME_ORIGIN, "", Map.of("Allow-Origin", "*", "Expose-Headers", "ETag")));
	}

}
