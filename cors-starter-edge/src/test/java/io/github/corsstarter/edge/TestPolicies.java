package io.github.corsstarter.edge;

import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

/**
 * Policies that say no more than a test is about.
 */
public final class TestPolicies {

	public static final String SHOP = "https://shop.example.com";

	private TestPolicies() {
	}

	public static CorsPolicySpec.Builder policy(String name, String... paths) {
		return CorsPolicySpec.named(name).paths(paths).allowedOrigins(SHOP);
	}

	public static CorsPolicySet set(CorsPolicySpec.Builder... policies) {
		return set(CorsSettings.DEFAULTS, policies);
	}

	public static CorsPolicySet set(CorsSettings settings, CorsPolicySpec.Builder... policies) {
		return CorsPolicySet.compile(List.of(policies).stream().map(CorsPolicySpec.Builder::build).toList(), settings);
	}

	public static EdgeOutput output(EdgeTarget target, CorsPolicySpec.Builder... policies) {
		return EdgeConfiguration.of(set(policies), EdgeOptions.DEFAULTS.withFindings()).to(target);
	}

	/**
	 * The only or first file of a target.
	 */
	public static String text(EdgeTarget target, CorsPolicySpec.Builder... policies) {
		EdgeOutput output = output(target, policies);
		return output.files().get(0).content();
	}

}
