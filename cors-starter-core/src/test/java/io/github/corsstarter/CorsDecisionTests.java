package io.github.corsstarter;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsDecision}.
 */
class CorsDecisionTests {

	private static final String SHOP = "https://shop.example.com";

	private final CorsEngine engine = TestPolicies.engine(RuleExample.shop().build(),
			CorsPolicySpec.named("open").paths("/open").allowedOrigins("*").build());

	@Test
	void echoesOriginWhenGrantedToOneOriginShouldBeTrue() {
		assertThat(decide(StubRequest.actual("GET", "/api/a", SHOP)).echoesOrigin()).isTrue();
		assertThat(decide(StubRequest.actual("GET", "/api/a", "null")).echoesOrigin()).isFalse();
		assertThat(decide(StubRequest.actual("GET", "/open", SHOP)).echoesOrigin()).isFalse();
	}

	@Test
	void writeHeadersWhenThereIsNoOriginToEchoShouldLeaveItOut() {
		Map<String, String> headers = new HashMap<>();
		decide(StubRequest.actual("GET", "/api/a", SHOP)).writeHeaders(headers, null, Map::put);
		assertThat(headers).isEmpty();
	}

	private CorsDecision decide(StubRequest request) {
		return this.engine.decide(request, StubRequest.ACCESSOR);
	}

}
