package io.github.corsstarter.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

import org.springframework.web.cors.CorsConfiguration;

/**
 * The same policies for each of the filters.
 */
public final class Policies {

	private static final Duration MAX_AGE = Duration.ofMinutes(30);

	private Policies() {
	}

	/**
	 * Returns the policies as our engine takes them.
	 * @param size how much is configured
	 * @return one spec for each policy
	 */
	public static List<CorsPolicySpec> specs(Size size) {
		return IntStream.range(0, size.policies()).mapToObj((policy) -> spec(size, policy)).toList();
	}

	/**
	 * Returns an engine with the policies.
	 * @param size how much is configured
	 * @param observer is told of decisions
	 * @return the engine
	 */
	public static CorsEngine engine(Size size, CorsObserver observer) {
		return new CorsEngine(CorsPolicySet.compile(specs(size), CorsSettings.DEFAULTS).orThrow(), observer);
	}

	private static CorsPolicySpec spec(Size size, int policy) {
		return CorsPolicySpec.named("service" + policy)
			.paths(Size.path(policy) + "/**")
			.allowedOrigins(size.allowedOrigins(policy).toArray(new String[0]))
			.allowedMethods(Traffic.allowedMethods().toArray(new String[0]))
			.allowedHeaders(Traffic.allowedHeaders().toArray(new String[0]))
			.exposedHeaders("X-Total-Count")
			.allowCredentials(true)
			.maxAge(MAX_AGE)
			.build();
	}

	/**
	 * Returns the policies as Spring's filters take them.
	 * @param size how much is configured
	 * @return configurations by path pattern
	 */
	public static Map<String, CorsConfiguration> configurations(Size size) {
		Map<String, CorsConfiguration> configurations = new LinkedHashMap<>();
		for (int policy = 0; policy < size.policies(); policy++) {
			configurations.put(Size.path(policy) + "/**", configuration(size, policy));
		}
		return configurations;
	}

	private static CorsConfiguration configuration(Size size, int policy) {
		CorsConfiguration configuration = new CorsConfiguration();
		if (size.wildcards()) {
			configuration.setAllowedOriginPatterns(size.allowedOrigins(policy));
		}
		else {
			configuration.setAllowedOrigins(size.allowedOrigins(policy));
		}
		configuration.setAllowedMethods(Traffic.allowedMethods());
		configuration.setAllowedHeaders(Traffic.allowedHeaders());
		configuration.setExposedHeaders(List.of("X-Total-Count"));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(MAX_AGE);
		return configuration;
	}

	/**
	 * Returns the one policy that Tomcat's filter can have.
	 * @param size how much is configured
	 * @return the filter's parameters
	 */
	public static Map<String, String> tomcatParameters(Size size) {
		return Map.of("cors.allowed.origins", String.join(",", size.allowedOrigins(0)), "cors.allowed.methods",
				String.join(",", Traffic.allowedMethods()), "cors.allowed.headers",
				String.join(",", Traffic.allowedHeaders()), "cors.exposed.headers", "X-Total-Count",
				"cors.support.credentials", "true", "cors.preflight.maxage", String.valueOf(MAX_AGE.toSeconds()));
	}

}
