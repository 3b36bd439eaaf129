package io.github.corsstarter.autoconfigure.properties;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.WrittenPolicy;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Environment variables that have an underscore within the name of a policy, where Boot
 * takes it for a dot: {@code CORS_POLICIES_MY_API_MAXAGE} is no variable of
 * {@code my-api}.
 */
final class SplitVariables {

	private final Map<String, WrittenPolicy> policies;

	private final LocatedFindings findings;

	/**
	 * Creates the check.
	 * @param policies all policies, by their names in uniform spelling
	 */
	SplitVariables(Map<String, WrittenPolicy> policies, LocatedFindings findings) {
		this.policies = policies;
		this.findings = findings;
	}

	/**
	 * Reports the variables, and takes away the policies that only they made.
	 */
	void check() {
		this.policies.values().removeIf((policy) -> policy.isOfEnvironment() && isReported(policy.names()));
	}

	private boolean isReported(
			Map<ConfigurationPropertySource, ? extends Collection<ConfigurationPropertyName>> names) {
		boolean all = true;
		for (var entry : names.entrySet()) {
			for (ConfigurationPropertyName name : entry.getValue()) {
				all &= isReported(entry.getKey(), name);
			}
		}
		return all;
	}

	private boolean isReported(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		int keyStart = PropertyNames.POLICY_DEPTH + 1;
		WrittenPolicy meant = null;
		while (meant == null && keyStart < name.getNumberOfElements()) {
			meant = this.policies.get(joined(name, PropertyNames.POLICY_DEPTH - 1, keyStart));
			keyStart++;
		}
		String variable = (meant != null) ? variable(meant, name, keyStart - 1) : null;
		if (meant == null || variable == null) {
			return false;
		}
		this.findings.add(Rule.UNKNOWN_PROPERTY, name, source.getConfigurationProperty(name),
				"is no property of a policy that is written anywhere",
				"Did you mean " + meant.name() + "? Write " + variable + ".");
		return true;
	}

	private static @Nullable String variable(WrittenPolicy policy, ConfigurationPropertyName name, int keyStart) {
		int last = name.getNumberOfElements() - 1;
		boolean indexed = name.isNumericIndex(last);
		KnownProperties.Key key = KnownProperties.POLICY.find(joined(name, keyStart, indexed ? last : last + 1));
		if (policy.isOfEnvironment() || key == null) {
			return null;
		}
		String index = indexed ? "_" + name.getElement(last, Form.ORIGINAL) : "";
		return "CORS_POLICIES_"
				+ (Codes.uniform(policy.name()) + "_" + Codes.uniform(key.name())).toUpperCase(Locale.ROOT) + index;
	}

	private static String joined(ConfigurationPropertyName name, int start, int end) {
		StringBuilder joined = new StringBuilder();
		for (int i = start; i < end; i++) {
			joined.append(Codes.uniform(name.getElement(i, Form.ORIGINAL)));
		}
		return joined.toString();
	}

}
