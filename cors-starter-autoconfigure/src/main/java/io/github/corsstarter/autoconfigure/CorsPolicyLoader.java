package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.CorsPolicySpec;
import io.github.corsstarter.CorsSettings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the policies out of the environment and compiles them.
 */
final class CorsPolicyLoader {

	private final Environment environment;

	CorsPolicyLoader(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Loads the policies that are written now.
	 * @return the policies, none where {@code cors.enabled} is {@code false}
	 */
	CorsPolicySet load() {
		CorsProperties properties = Binder.get(this.environment).bindOrCreate("cors", CorsProperties.class);
		CorsSettings settings = new CorsSettings(properties.preflightStatus(), properties.debug(), true,
				(domain) -> false);
		if (!properties.enabled()) {
			return CorsPolicySet.compile(List.of(), settings);
		}
		return CorsPolicySet.compile(specs(properties), settings).orThrow();
	}

	private static List<CorsPolicySpec> specs(CorsProperties properties) {
		Map<String, CorsPolicySpec> specs = new LinkedHashMap<>();
		CorsPolicySpec defaults = properties.defaults().toSpec();
		// An environment variable spells a name without dashes: both entries hold the
		// same merged values.
		properties.policies()
			.forEach((name, policy) -> specs.merge(canonical(name), policy.toSpec(name).withDefaults(defaults),
					(one, other) -> (one.name().length() >= other.name().length()) ? one : other));
		return new ArrayList<>(specs.values());
	}

	private static String canonical(String name) {
		return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

}
