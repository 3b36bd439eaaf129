package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.browser.PreflightNeed;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@link CorsExplainer} against {@link CorsEngine#decide} on generated requests.
 */
class ExplainAgreementTests {

	private static final int REQUESTS = 5000;

	private static final List<String> PATHS = List.of("/api/orders", "/api/orders/7", "/public/x", "/closed/x",
			"/api/../public/x", "/api/%2e%2e/closed/x", "/trial/x", "/elsewhere", "/forward/x", "/any/x",
			"//api/orders", "https://api.example.com/api/orders", "http://shop.example.com:8080/api/orders?page=1",
			"https://shop.example.com/api/orders", "https://shop.example.com/elsewhere");

	private static final List<String> ORIGINS = List.of("https://shop.example.com", "https://a.shop.example.com",
			"http://shop.example.com", "https://shop.example.com:8443", "null", "https://evil.test", "", "nonsense",
			"https://shop.example.com/", "http://localhost:3000", "https://SHOP.example.com");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "patch",
			"OPTIONS", "PURGE", "TRACE");

	private static final List<String> HEADERS = List.of("Authorization", "content-type", "content-type:text/plain",
			"content-type:application/json", "X-Trace", "accept:text/html", "range:bytes=0-",
			"Origin:https://evil.test", "Sec-Fetch-Site:same-origin", "Sec-Fetch-Mode:navigate",
			"sec-fetch-site:cross-site", "X-Forwarded-Host:a");

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void explainWhenRequestIsGeneratedShouldAgreeWithDecide(boolean debug) {
		Random random = new Random(42);
		CorsEngine engine = new CorsEngine(TestPolicies.set(debug), CorsObserver.NONE);
		Map<String, Integer> outcomes = new HashMap<>();
		for (int i = 0; i < REQUESTS; i++) {
			String path = pick(random, PATHS);
			String origin = (random.nextInt(10) == 0) ? null : pick(random, ORIGINS);
			String method = pick(random, METHODS);
			List<String> headers = some(random, HEADERS);
			CorsQuery query = CorsQuery.to(path)
				.from(origin)
				.method(method)
				.headers(headers)
				.credentials(random.nextBoolean());
			CorsExplanation explanation = CorsExplainer.of(engine).explain(query, PropertyLocator.UNKNOWN);
			assertAgreement(engine, query, explanation);
			outcomes.merge(describe(explanation), 1, Integer::sum);
		}
		assertThat(outcomes.keySet()).contains("granted null accepts", "granted null blocks",
				"refused origin-not-allowed blocks", "refused origin-malformed blocks",
				"refused method-not-allowed blocks", "refused header-not-allowed blocks",
				"refused path-ambiguous blocks", "refused denied blocks", "same-origin null accepts",
				"no-origin null accepts", "no-policy null blocks", "no-policy null accepts");
	}

	private static String describe(CorsExplanation explanation) {
		RefusalReason reason = explanation.reason();
		return explanation.outcome().code() + " " + ((reason != null) ? reason.code() : null) + " "
				+ ((explanation.objection() != null) ? "blocks" : "accepts");
	}

	private static void assertAgreement(CorsEngine engine, CorsQuery query, CorsExplanation explanation) {
		PreflightNeed need = PreflightNeed.of(query.method(), query.headers());
		SimulatedRequest request = query.request();
		CorsDecision actual = engine.decide(request, SimulatedRequest.READER);
		CorsDecision preflight = engine.decide(query.preflight(need.headerNames()), SimulatedRequest.READER);
		CorsDecision decisive = (explanation.preflight().required() && preflight.reason() != null) ? preflight : actual;
		assertThat(explanation.outcome()).as("%s", query).isEqualTo(decisive.outcome());
		assertThat(explanation.reason()).as("%s", query).isEqualTo(decisive.reason());
		assertThat(explanation.preflight().status()).as("%s", query)
			.isEqualTo(preflight.isPreflight() ? (Integer) preflight.status() : null);
		assertThat(explanation.preflight().headers()).as("%s", query)
			.isEqualTo(preflight.isPreflight() ? headers(preflight, query.origin()) : Map.of());
		if (explanation.actual().sent()) {
			assertThat(explanation.actual().handled()).as("%s", query).isEqualTo(actual.proceeds());
			assertThat(explanation.actual().status()).as("%s", query)
				.isEqualTo(actual.proceeds() ? null : (Integer) actual.status());
			assertThat(explanation.actual().headers()).as("%s", query).isEqualTo(headers(actual, query.origin()));
		}
		boolean navigated = request.headers().getOrDefault(HeaderNames.SEC_FETCH_MODE, List.of()).contains("navigate");
		if (decisive.outcome() == CorsOutcome.REFUSED && !navigated) {
			assertThat(explanation.objection()).as("%s", query).isNotNull();
			assertThat(explanation.advice()).as("%s", query).isNotBlank();
		}
	}

	private static Map<String, String> headers(CorsDecision decision, @Nullable String origin) {
		Map<String, String> headers = new LinkedHashMap<>();
		decision.writeHeaders(headers, origin, Map::put);
		if (!decision.vary().isEmpty()) {
			headers.put("Vary", decision.vary());
		}
		return headers;
	}

	private static <T> T pick(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private static <T> List<T> some(Random random, List<T> values) {
		List<T> some = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			some.add(pick(random, values));
		}
		return some;
	}

}
