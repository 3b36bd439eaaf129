package io.github.corsstarter.rules;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

/**
 * A policy that breaks a rule, the whole finding, and the nearest policy that does not.
 *
 * @param rule the rule
 * @param finding the finding as a report shows it
 * @param bad policies that break the rule
 * @param good policies that do not
 */
public record RuleExample(Rule rule, String finding, List<CorsPolicySpec> bad, List<CorsPolicySpec> good) {

	private static final CorsSettings SETTINGS = new CorsSettings(204, false, true,
			Set.of("com", "co.uk", "github.io")::contains);

	public static RuleExample of(Rule rule, String finding, UnaryOperator<CorsPolicySpec.Builder> bad,
			UnaryOperator<CorsPolicySpec.Builder> good) {
		return new RuleExample(rule, finding, List.of(bad.apply(shop()).build()), List.of(good.apply(shop()).build()));
	}

	/**
	 * Starts a policy that breaks no rule.
	 */
	public static CorsPolicySpec.Builder shop() {
		return CorsPolicySpec.named("shop").paths("/api/**").allowedOrigins("https://shop.example.com");
	}

	public static CorsPolicySet compile(List<CorsPolicySpec> specs) {
		return CorsPolicySet.compile(specs, SETTINGS);
	}

	@Override
	public String toString() {
		return this.rule.id() + ": " + this.finding;
	}

}
