package io.github.corsstarter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
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

	@Test
	void writesWhenHeadersAreWrittenShouldBeTrueForJustThose() {
		assertWrites(StubRequest.actual("GET", "/api/a", SHOP));
		assertWrites(StubRequest.actual("GET", "/api/a", "null"));
		assertWrites(StubRequest.preflight("/api/a", SHOP, "GET"));
		assertWrites(StubRequest.actual("GET", "/open", SHOP));
	}

	private void assertWrites(StubRequest request) {
		CorsDecision decision = decide(request);
		Map<String, String> headers = new HashMap<>();
		decision.writeHeaders(headers, SHOP, Map::put);
		for (String name : List.of(HeaderNames.ALLOW_ORIGIN, HeaderNames.ALLOW_METHODS, HeaderNames.EXPOSE_HEADERS,
				HeaderNames.MAX_AGE, "Cache-Control")) {
			assertThat(decision.writes(name)).as(name).isEqualTo(headers.containsKey(name));
		}
	}

	private CorsDecision decide(StubRequest request) {
		return this.engine.decide(request, StubRequest.ACCESSOR);
	}

}
