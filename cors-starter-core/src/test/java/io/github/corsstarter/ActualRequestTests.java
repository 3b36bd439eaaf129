package io.github.corsstarter;

import java.util.Map;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.actual;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what requests get that are no preflights.
 */
class ActualRequestTests {

	private static final String SHOP = "https://shop.example.com";

	private final CorsEngine engine = TestPolicies.engine(
			CorsPolicySpec.named("plain").paths("/plain").allowedOrigins(SHOP, "https://*.example.com").build(),
			CorsPolicySpec.named("full")
				.paths("/full")
				.allowedOrigins(SHOP)
				.allowedMethods("put", "PATCH")
				.exposedHeaders("X-Total-Count", "x-total-count", "ETag")
				.allowCredentials(true)
				.build(),
			CorsPolicySpec.named("forward").paths("/forward").allowedOrigins(SHOP).onRefusal(OnRefusal.FORWARD).build(),
			CorsPolicySpec.named("deny").paths("/deny").mode(PolicyMode.DENY).build(),
			CorsPolicySpec.named("deny-any").paths("/deny/any").allowedOrigins("*").mode(PolicyMode.DENY).build(),
			CorsPolicySpec.named("opaque").paths("/opaque").allowedOrigins("null").build());

	@Test
	void decideWhenNoPolicyGovernsShouldLeaveUntouched() {
		CorsDecision decision = this.engine.decide(actual("GET", "/other", "bad origin"), StubRequest.READER);
		assertThat(decision).isSameAs(CorsDecision.NO_POLICY);
		assertThat(decision.ownsHeaders()).isFalse();
		assertThat(Answer.of(decision, actual("GET", "/other", SHOP)))
			.isEqualTo(Answer.passing(CorsOutcome.NO_POLICY, "", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain", "/full", "/deny", "/deny/any" })
	void decideWhenThereIsNoOriginShouldPassAndVary(String path) {
		StubRequest request = StubRequest.of("GET", path);
		assertThat(Answer.of(this.engine, request))
			.isEqualTo(Answer.passing(CorsOutcome.NO_ORIGIN, "Origin", Map.of()));
		assertThat(this.engine.decide(request, StubRequest.READER).ownsHeaders()).isFalse();
	}

	@Test
	void decideWhenListedShouldGrant() {
		assertThat(Answer.of(this.engine, actual("GET", "/plain", SHOP)))
			.isEqualTo(Answer.passing(CorsOutcome.GRANTED, "Origin", Map.of("Allow-Origin", SHOP)));
		CorsDecision decision = this.engine.decide(actual("PUT", "/full", SHOP), StubRequest.READER);
		assertThat(Answer.of(decision, actual("PUT", "/full", SHOP)))
			.isEqualTo(Answer.passing(CorsOutcome.GRANTED, "Origin",
					Map.of("Allow-Origin", SHOP, "Allow-Credentials", "true", "Expose-Headers", "X-Total-Count,ETag")));
		assertThat(decision.ownsHeaders()).isTrue();
		assertThat(decision.isPreflight()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/plain,  GET,     https://other.org,                ORIGIN_NOT_ALLOWED
			/plain,  GET,     null,                             ORIGIN_NOT_ALLOWED
			/plain,  GET,     '',                               ORIGIN_MALFORMED
			/plain,  GET,     https://shop.example.com/,        ORIGIN_MALFORMED
			/plain,  GET,     https://SHOP.example.com,         ORIGIN_MALFORMED
			/plain,  GET,     https://.example.com,             ORIGIN_MALFORMED
			/plain,  PURGE,   https://other.org,                ORIGIN_NOT_ALLOWED
			/plain,  PURGE,   https://shop.example.com,         METHOD_NOT_ALLOWED
			/plain,  get,     https://shop.example.com,         METHOD_NOT_ALLOWED
			/plain,  OPTIONS, https://shop.example.com,         METHOD_NOT_ALLOWED
			/full,   GET,     https://shop.example.com,         METHOD_NOT_ALLOWED
			/full,   patch,   https://shop.example.com,         METHOD_NOT_ALLOWED
			/deny,   GET,     https://shop.example.com,         DENIED
			/deny,   GET,     '',                               DENIED
			/deny/any, GET,   https://shop.example.com,         DENIED
			""")
	void decideWhenNotListedShouldBlockWithFirstReason(String path, String method, String origin,
			RefusalReason reason) {
		CorsDecision decision = this.engine.decide(actual(method, path, origin), StubRequest.READER);
		assertThat(Answer.of(decision, actual(method, path, origin))).isEqualTo(Answer.blocked(reason));
		assertThat(decision.ownsHeaders()).isTrue();
	}

	@Test
	void decideWhenOriginIsLongOrRepeatedShouldBlockAsMalformed() {
		String tail = ".example.com";
		String longest = "https://" + "a".repeat(300 - 8 - tail.length()) + tail;
		assertThat(Answer.of(this.engine, actual("GET", "/plain", longest)).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(this.engine, actual("GET", "/plain", longest.replace("://", "://a"))))
			.isEqualTo(Answer.blocked(RefusalReason.ORIGIN_MALFORMED));
		assertThat(Answer.of(this.engine, actual("GET", "/plain", SHOP).header("Origin", SHOP)))
			.isEqualTo(Answer.blocked(RefusalReason.ORIGIN_MALFORMED));
	}

	@Test
	void decideWhenRefusedAndForwardingShouldGoOnWithoutHeaders() {
		CorsDecision decision = this.engine.decide(actual("GET", "/forward", "null"), StubRequest.READER);
		assertThat(Answer.of(decision, actual("GET", "/forward", "null"))).isEqualTo(new Answer(CorsOutcome.REFUSED,
				RefusalReason.ORIGIN_NOT_ALLOWED, 0, "Origin", Map.of(), "Cross-origin request refused.\n"));
		assertThat(decision.ownsHeaders()).isTrue();
	}

	@Test
	void decideWhenOpaqueOriginIsListedShouldGrant() {
		assertThat(Answer.of(this.engine, actual("GET", "/opaque", "null")))
			.isEqualTo(Answer.passing(CorsOutcome.GRANTED, "Origin", Map.of("Allow-Origin", "null")));
	}

	@Test
	void decideWhenMethodIsHeadShouldGrantAsGetDoes() {
		CorsEngine engine = TestPolicies
			.engine(CorsPolicySpec.named("read").paths("/").allowedOrigins(SHOP).allowedMethods("get").build());
		assertThat(Answer.of(engine, actual("HEAD", "/", SHOP)).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(engine, actual("POST", "/", SHOP)))
			.isEqualTo(Answer.blocked(RefusalReason.METHOD_NOT_ALLOWED));
	}

}
