package io.github.corsstarter.autoconfigure.inspect;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Reads what the environment tells of an application. The names of properties are those
 * of Boot 3.5 and 4 alike, whose classes for them differ.
 */
public final class EnvironmentFacts {

	private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

	private static final boolean ACTUATOR = ClassUtils.isPresent(
			"org.springframework.boot.actuate.endpoint.annotation.Endpoint", EnvironmentFacts.class.getClassLoader());

	private EnvironmentFacts() {
	}

	/**
	 * Reads the facts of a servlet application.
	 * @param environment the application's environment
	 * @return the facts that are known before its beans are
	 */
	public static ApplicationFacts servlet(Environment environment) {
		return read(environment, "server.servlet.context-path");
	}

	/**
	 * Reads the facts of a reactive application.
	 * @param environment the application's environment
	 * @return the facts that are known before its beans are
	 */
	public static ApplicationFacts reactive(Environment environment) {
		return read(environment, "spring.webflux.base-path");
	}

	private static ApplicationFacts read(Environment environment, String contextPathProperty) {
		String contextPath = withoutSlash(environment.getProperty(contextPathProperty, ""));
		return new ApplicationFacts(contextPath, actuatorPath(environment), isProduction(environment),
				PathMatching.DEFAULT, "", "", List.of(), List.of());
	}

	private static String actuatorPath(Environment environment) {
		if (!ACTUATOR) {
			return "";
		}
		// Where it is the empty text or a slash, nothing tells endpoints from handlers.
		return withoutSlash(environment.getProperty("management.endpoints.web.base-path", "/actuator"));
	}

	private static boolean isProduction(Environment environment) {
		for (String profile : environment.getActiveProfiles()) {
			if (!Collections.disjoint(PRODUCTION, List.of(profile.toLowerCase(Locale.ROOT).split("[-_.]")))) {
				return true;
			}
		}
		return false;
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
