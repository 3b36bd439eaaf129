package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.core.env.Environment;
import org.springframework.web.context.ConfigurableWebEnvironment;

/**
 * Where an application starts below its host, which policies leave out.
 */
final class ContextPath {

	private ContextPath() {
	}

	static String of(Environment environment) {
		String property = (environment instanceof ConfigurableWebEnvironment) ? "server.servlet.context-path"
				: "spring.webflux.base-path";
		String path = environment.getProperty(property, "");
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
