package io.github.corsstarter.autoconfigure.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.rules.ApplicationFacts.CrossOriginHandler;
import io.github.corsstarter.rules.ApplicationFacts;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Rule;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Reads what policies are checked against out of the environment. The names of properties
 * are those of Boot 3.5 and 4 alike, whose classes for them differ.
 */
public final class EnvironmentFacts {

	private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

	private static final boolean ACTUATOR = ClassUtils.isPresent(
			"org.springframework.boot.actuate.endpoint.annotation.Endpoint", EnvironmentFacts.class.getClassLoader());

	private final Environment environment;

	private final String contextPathProperty;

	/**
	 * Creates a reader.
	 * @param contextPathProperty the property that holds the context path or base path
	 */
	public EnvironmentFacts(Environment environment, String contextPathProperty) {
		this.environment = environment;
		this.contextPathProperty = contextPathProperty;
	}

	public ApplicationFacts read(String methodOverrideFilter, List<CrossOriginHandler> handlers) {
		String contextPath = withoutSlash(this.environment.getProperty(this.contextPathProperty, ""));
		return new ApplicationFacts(contextPath, actuatorPath(), isProduction(), methodOverrideFilter, handlers);
	}

	/**
	 * Checks whether the lab stays off where strangers could find it.
	 * @param lab whether the lab is served
	 * @return what is wrong with that
	 */
	public List<Finding> checkLab(boolean lab) {
		if (!lab || !isProduction()) {
			return List.of();
		}
		PolicyKey key = PolicyKey.of("lab.enabled");
		return List.of(new Finding(Rule.LAB_IN_PRODUCTION, "", key, key.toString(), "true", null,
				"serves a page for development, and a profile for production is active",
				"Move the entry into the file of a profile for development."));
	}

	private String actuatorPath() {
		if (!ACTUATOR) {
			return "";
		}
		// Where it is the empty text or a slash, nothing tells endpoints from handlers.
		return withoutSlash(this.environment.getProperty("management.endpoints.web.base-path", "/actuator"));
	}

	private boolean isProduction() {
		return Arrays.stream(this.environment.getActiveProfiles())
			.flatMap((profile) -> Arrays.stream(profile.toLowerCase(Locale.ROOT).split("[-_.]")))
			.anyMatch(PRODUCTION::contains);
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
