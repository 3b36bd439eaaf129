package io.github.corsstarter.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

/**
 * Refusals of requests to one policy.
 */
final class TestRefusals {

	static final PropertyLocator LOCATOR = (policy, key) -> "app.yml:7:3";

	private TestRefusals() {
	}

	static SimulatedRequest requestWith(String method, Map<String, List<String>> headers) {
		return new SimulatedRequest(method, "/", 0, headers, "http", null, 0);
	}

	static SimulatedRequest request(String method, Map<String, String> headers) {
		Map<String, List<String>> fields = new HashMap<>();
		headers.forEach((name, value) -> fields.put(name, List.of(value)));
		return requestWith(method, fields);
	}

	static Refusal refusal(CorsPolicy policy, SimulatedRequest request) {
		GoverningPolicy governing = new GoverningPolicy(policy, "/**", false);
		return Refusal.of(governing, governing.decide(request, SimulatedRequest.READER), request,
				SimulatedRequest.READER);
	}

	static String advice(Refusal refusal) {
		return RefusalText.forQuestions(LOCATOR).advice(refusal);
	}

	static CorsPolicy policy(CorsPolicySpec.Builder spec) {
		return CorsPolicySet.compile(List.of(spec.paths("/**").build()), CorsSettings.DEFAULTS)
			.orThrow()
			.policies()
			.get(0);
	}

	/**
	 * A policy with a bit of everything.
	 */
	static CorsPolicy shop() {
		return policy(CorsPolicySpec.named("shop")
			.allowedOrigins("https://shop.example.com", "https://*.example.org", "https://*.example.net:*",
					"http://localhost:3000", "https://api.example.com:8443", "https://www.example.com")
			.allowedMethods("GET", "PATCH", "report")
			.allowedHeaders("Authorization", "X-Trace-Id"));
	}

}
