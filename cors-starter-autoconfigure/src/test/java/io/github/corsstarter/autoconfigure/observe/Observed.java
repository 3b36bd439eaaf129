package io.github.corsstarter.autoconfigure.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.ResponseComparison;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;

/**
 * An engine with an observer, and requests to it.
 */
final class Observed {

	static final CorsPolicySpec SHOP = CorsPolicySpec.named("shop")
		.paths("/shop/**", "/cart")
		.allowedOrigins("https://shop.example.com")
		.allowedMethods("GET", "PUT")
		.build();

	static final CorsPolicySpec NEWS = CorsPolicySpec.named("news")
		.paths("/news/**")
		.allowedOrigins("https://news.example.com")
		.build();

	static final CorsPolicySpec TRIAL = CorsPolicySpec.named("trial")
		.paths("/trial/**")
		.allowedOrigins("https://trial.example.com")
		.mode(PolicyMode.REPORT_ONLY)
		.build();

	static final CorsPolicySpec CLOSED = CorsPolicySpec.named("closed").paths("/closed").mode(PolicyMode.DENY).build();

	private final CorsEngine engine;

	Observed(CorsObserver observer) {
		this.engine = new CorsEngine(set(SHOP, NEWS, TRIAL, CLOSED), observer);
	}

	void replace(CorsPolicySpec... specs) {
		this.engine.replace(set(specs));
	}

	CorsEngine engine() {
		return this.engine;
	}

	CorsDecision actual(String path, String origin) {
		return actual(path, "GET", origin, Map.of());
	}

	CorsDecision actual(String path, String method, String origin, Map<String, List<String>> more) {
		Map<String, List<String>> headers = new LinkedHashMap<>(more);
		headers.put("Origin", List.of(origin));
		TestRequest request = new TestRequest(method, path, headers);
		this.engine.report(request, TestRequest.READER);
		return this.engine.decide(request, TestRequest.READER);
	}

	CorsDecision preflight(String path, String origin, String method, String headers) {
		return actual(path, "OPTIONS", origin, Map.of("Access-Control-Request-Method", List.of(method),
				"Access-Control-Request-Headers", List.of(headers)));
	}

	/**
	 * A response with these CORS headers leaves.
	 */
	void leaves(String path, String origin, Map<String, String> response) {
		TestRequest request = new TestRequest("GET", path, Map.of("Origin", List.of(origin)));
		ResponseComparison comparison = Objects.requireNonNull(this.engine.report(request, TestRequest.READER));
		this.engine.compare(comparison, response, (headers, name) -> Collections
			.enumeration(headers.containsKey(name) ? List.of(headers.get(name)) : List.of()));
	}

	/**
	 * A response leaves without a header that its policy does not expose.
	 */
	void keepsBack(String path, String origin, String exposed) {
		this.engine.notExposed(new TestRequest("GET", path, Map.of("Origin", List.of(origin))), TestRequest.READER,
				exposed);
	}

	private static CorsPolicySet set(CorsPolicySpec... specs) {
		return CorsPolicySet.compile(List.of(specs), CorsSettings.DEFAULTS).orThrow();
	}

}
