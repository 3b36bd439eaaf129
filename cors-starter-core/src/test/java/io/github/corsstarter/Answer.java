package io.github.corsstarter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request gets, the whole of it.
 *
 * @param outcome the outcome
 * @param reason why it was refused
 * @param status the status to answer with, or 0 where the request goes on
 * @param vary what the response varies on
 * @param headers the headers without {@code Access-Control-} before their names
 * @param body the body
 */
public record Answer(CorsOutcome outcome, @Nullable RefusalReason reason, int status, String vary,
		Map<String, String> headers, String body) {

	public static final String PREFLIGHT_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

	public static Answer of(CorsEngine engine, StubRequest request) {
		return of(engine.decide(request, StubRequest.READER), request);
	}

	public static Answer of(CorsDecision decision, StubRequest request) {
		Map<String, String> headers = new TreeMap<>();
		decision.writeHeaders(headers, StubRequest.READER.header(request, "Origin"),
				(response, name, value) -> assertThat(response.put(name.replace("Access-Control-", ""), value))
					.as("%s is written once", name)
					.isNull());
		assertThat(decision.proceeds()).isEqualTo(decision.status() == 0);
		return new Answer(decision.outcome(), decision.reason(), decision.status(), decision.vary(), headers,
				new String(decision.body(), StandardCharsets.UTF_8));
	}

	public static Answer passing(CorsOutcome outcome, String vary, Map<String, String> headers) {
		return new Answer(outcome, null, 0, vary, headers, "");
	}

	public static Answer preflight(Map<String, String> headers) {
		return new Answer(CorsOutcome.GRANTED, null, 204, PREFLIGHT_VARY, headers, "");
	}

	public static Answer refusedPreflight(RefusalReason reason) {
		return new Answer(CorsOutcome.REFUSED, reason, 403, PREFLIGHT_VARY, Map.of(), "");
	}

	public static Answer blocked(RefusalReason reason) {
		return new Answer(CorsOutcome.REFUSED, reason, 403, "Origin", Map.of("Cache-Control", "no-store"),
				"Cross-origin request refused.\n");
	}

}
