package io.github.corsstarter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refusals of requests to one policy.
 */
final class TestRefusals {

	static final PropertyLocator LOCATOR = (policy, key) -> "app.yml:7:3";

	private TestRefusals() {
	}

	static CorsRequest request(String method, Map<String, String> headers) {
		Map<String, List<String>> fields = new HashMap<>();
		headers.forEach((name, value) -> fields.put(name, List.of(value)));
		return CorsRequest.of(method, "/", fields);
	}

	static Refusal refusal(CorsPolicy policy, CorsRequest request) {
		CorsDecision decision = policy.evaluate(request, CorsRequest.ACCESSOR);
		return Refusal.of(policy, "/**", decision, request, CorsRequest.ACCESSOR);
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
