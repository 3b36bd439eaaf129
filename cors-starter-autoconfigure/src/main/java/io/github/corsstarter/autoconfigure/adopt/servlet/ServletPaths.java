package io.github.corsstarter.autoconfigure.adopt.servlet;

import org.springframework.core.env.Environment;

/**
 * Puts patterns of Spring MVC into the terms of policies, to which the path of the
 * servlet belongs.
 */
final class ServletPaths {

	private ServletPaths() {
	}

	static String prefix(Environment environment) {
		String path = environment.getProperty("spring.mvc.servlet.path", "/");
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
