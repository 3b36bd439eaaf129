package io.github.corsstarter;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision.HeaderWriter;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.RuleExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

	@ParameterizedTest
	@MethodSource("requests")
	void writeHeadersWhenResponseHasOtherCorsHeadersShouldLeaveItsOwnOnly(StubRequest request) {
		CorsDecision decision = decide(request);
		Map<String, String> written = new HashMap<>();
		decision.writeHeaders(written, SHOP, Map::put);
		Map<String, String> headers = new HashMap<>();
		HeaderNames.RESPONSE_HEADERS.forEach((name) -> headers.put(name, "other"));
		decision.writeHeaders(headers, SHOP, new MapWriter());
		assertThat(headers).isEqualTo(written);
	}

	static Stream<StubRequest> requests() {
		return Stream.of(StubRequest.actual("GET", "/api/a", SHOP), StubRequest.actual("GET", "/api/a", "null"),
				StubRequest.preflight("/api/a", SHOP, "GET"), StubRequest.actual("GET", "/open", SHOP));
	}

	@Test
	void writeHeadersWhenThereIsNoOriginShouldLeaveOtherHeaders() {
		CorsDecision decision = decide(StubRequest.of("GET", "/api/a"));
		Map<String, String> headers = new HashMap<>(Map.of(HeaderNames.ALLOW_ORIGIN, "other"));
		decision.writeHeaders(headers, null, new MapWriter());
		assertThat(headers).containsOnly(Map.entry(HeaderNames.ALLOW_ORIGIN, "other"));
	}

	private CorsDecision decide(StubRequest request) {
		return this.engine.decide(request, StubRequest.READER);
	}

	private static final class MapWriter implements HeaderWriter<Map<String, String>> {

		@Override
		public void set(Map<String, String> headers, String name, String value) {
			headers.put(name, value);
		}

		@Override
		public void remove(Map<String, String> headers, String name) {
			headers.remove(name);
		}

	}

}
