package io.github.corsstarter.integration.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.fetch.Vary;
import io.github.corsstarter.integration.Http;

/**
 * What comes back where an adapter carries out a decision in front of an upstream.
 *
 * @param ran whether the upstream is asked
 * @param status the status
 * @param headers the CORS headers and what the response varies on, lists without order
 */
record Expectation(boolean ran, int status, Map<String, Set<String>> headers) {

	private static final List<String> LISTS = List.of("access-control-allow-headers", "access-control-allow-methods",
			"access-control-expose-headers", "vary");

	private static final CorsEngine REFUSING = new CorsEngine(
			CorsPolicySet.compile(List.of(CorsPolicySpec.named("deny").paths("/**").mode(PolicyMode.DENY).build()),
					CorsSettings.DEFAULTS),
			CorsObserver.NONE);

	static Expectation of(CorsDecision decision, TestRequest request, List<Http.Field> written) {
		List<Http.Field> fields = new ArrayList<>(decision.proceeds() ? written : List.of());
		if (decision.ownsHeaders()) {
			fields.removeIf((field) -> field.name().toLowerCase(Locale.ROOT).startsWith("access-control-"));
		}
		String origin = TestRequest.READER.header(request, "Origin");
		decision.writeHeaders(fields, origin, (list, name, value) -> list.add(new Http.Field(name, value)));
		if (!decision.vary().isEmpty()) {
			fields.add(new Http.Field("Vary", decision.vary()));
		}
		return new Expectation(decision.proceeds(), decision.proceeds() ? 200 : decision.status(), headers(fields));
	}

	static Expectation met(Http.Response response) {
		return new Expectation(!response.all(Upstream.RAN).isEmpty(), response.status(), headers(response.fields()));
	}

	/**
	 * Fields by name: what stands twice counts twice, but for {@code Vary}.
	 */
	private static Map<String, Set<String>> headers(List<Http.Field> fields) {
		Map<String, Set<String>> headers = new TreeMap<>();
		for (Http.Field field : fields) {
			String name = field.name().toLowerCase(Locale.ROOT);
			if (name.startsWith("access-control-") || name.equals("vary")) {
				Set<String> values = headers.computeIfAbsent(name, (key) -> new TreeSet<>());
				List<String> added = LISTS.contains(name) ? tokens(field.value()) : List.of(field.value());
				if (!name.equals("vary") && !values.isEmpty()) {
					values.add("and again");
				}
				values.addAll(added);
			}
		}
		return headers;
	}

	private static List<String> tokens(String list) {
		return Arrays.stream(list.split(","))
			.map((token) -> token.strip().toLowerCase(Locale.ROOT))
			.filter((token) -> !token.isEmpty())
			.toList();
	}

	/**
	 * What comes back for a path that is refused as ambiguous.
	 */
	static Expectation ofAmbiguous(TestRequest request, List<Http.Field> written) {
		return of(REFUSING.decide(request, TestRequest.READER), request, written);
	}

}
