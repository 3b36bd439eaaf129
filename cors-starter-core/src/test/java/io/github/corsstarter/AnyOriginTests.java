package io.github.corsstarter;

import java.util.Map;

import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for policies that allow every origin.
 */
class AnyOriginTests {

	private final CorsEngine engine = TestPolicies.engine(
			CorsPolicySpec.named("open").paths("/**").allowedOrigins("null", "*").exposedHeaders("*", "ETag").build());

	@ParameterizedTest
	@ValueSource(strings = { "https://who.example", "null", "", "https://x/", "a b" })
	void decideWhenOriginIsAnythingShouldSendConstantHeaders(String origin) {
		assertThat(Answer.of(this.engine, actual("GET", "/a", origin)))
			.isEqualTo(Answer.passing(CorsOutcome.GRANTED, "", Map.of("Allow-Origin", "*", "Expose-Headers", "*")));
		assertThat(Answer.of(this.engine, preflight("/a", origin, "POST"))).isEqualTo(
				Answer.preflight(Map.of("Allow-Origin", "*", "Allow-Methods", "GET,HEAD,POST", "Max-Age", "1800")));
	}

	@Test
	void decideWhenThereIsNoOriginShouldSendConstantHeadersToo() {
		CorsDecision decision = this.engine.decide(StubRequest.of("GET", "/a"), StubRequest.READER);
		assertThat(Answer.of(decision, StubRequest.of("GET", "/a")))
			.isEqualTo(Answer.passing(CorsOutcome.NO_ORIGIN, "", Map.of("Allow-Origin", "*", "Expose-Headers", "*")));
		assertThat(decision.ownsHeaders()).isTrue();
	}

	@Test
	void decideWhenRefusedShouldSendNoneAndVary() {
		assertThat(Answer.of(this.engine, actual("PUT", "/a", "https://who.example")))
			.isEqualTo(Answer.blocked(RefusalReason.METHOD_NOT_ALLOWED));
		assertThat(Answer.of(this.engine, preflight("/a", "https://who.example", "POST", "x-a")))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADER_NOT_ALLOWED));
	}

}
