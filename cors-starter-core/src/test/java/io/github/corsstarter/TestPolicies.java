package io.github.corsstarter;

import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;

/**
 * Policies of every kind.
 */
public final class TestPolicies {

	private TestPolicies() {
	}

	public static CorsEngine engine(CorsPolicySpec... specs) {
		return new CorsEngine(CorsPolicySet.compile(List.of(specs), CorsSettings.DEFAULTS).orThrow(),
				CorsObserver.NONE);
	}

	public static CorsPolicySet set(boolean debug) {
		CorsSettings settings = new CorsSettings(204, debug, true, (domain) -> false);
		return CorsPolicySet.compile(List.of(
				CorsPolicySpec.named("storefront")
					.paths("/api/**")
					.allowedOrigins("https://shop.example.com", "https://*.shop.example.com")
					.allowedMethods("GET", "POST", "PUT", "PATCH")
					.allowedHeaders("Authorization", "Content-Type")
					.exposedHeaders("X-Total-Count")
					.allowCredentials(true)
					.build(),
				CorsPolicySpec.named("open").paths("/public/**", "/public/{id}").allowedOrigins("*").build(),
				CorsPolicySpec.named("any")
					.paths("/any/**")
					.allowedOrigins("https://shop.example.com", "null")
					.allowedMethods("*")
					.allowedHeaders("*")
					.build(),
				CorsPolicySpec.named("forward")
					.paths("/forward/**")
					.allowedOrigins("http://localhost:*")
					.onRefusal(OnRefusal.FORWARD)
					.build(),
				CorsPolicySpec.named("closed").paths("/closed/**").mode(PolicyMode.DENY).build(),
				CorsPolicySpec.named("trial")
					.paths("/trial/**", "/api/orders")
					.allowedOrigins("https://trial.example.com")
					.mode(PolicyMode.REPORT_ONLY)
					.build()),
				settings)
			.orThrow();
	}

}
