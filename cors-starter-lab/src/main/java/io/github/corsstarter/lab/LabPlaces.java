package io.github.corsstarter.lab;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Tells the lab's pages where they are, where the endpoint is that they read, and where
 * the application. The names of properties are those of Boot 3.5 and 4 alike.
 *
 * @param environment holds properties, and ports once servers listen
 * @param endpointPath tells where the endpoint is
 * @param servlet whether the application is one of the servlet stack
 * @param management whether these are pages on a management port of its own
 */
record LabPlaces(Environment environment, EndpointPath endpointPath, boolean servlet, boolean management) {

	/**
	 * Returns what pages are told, by name.
	 * @param contextPath the path that the lab's own path is below
	 * @param lab the lab's whole path
	 */
	Map<String, String> values(String contextPath, String lab) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("lab", lab);
		values.put("endpoint", "");
		values.put("elsewhere", "");
		values.put("port", "");
		values.put("application", contextPath);
		values.put("frames", lab);
		String port = port("local.management.port");
		String server = port("local.server.port");
		String path = this.endpointPath.find();
		if (this.management) {
			values.put("endpoint", (path != null) ? contextPath + path : "");
			values.put("port", server);
			values.put("application", applicationPath());
			values.put("frames", applicationPath() + lab.substring(contextPath.length()));
		}
		else if (!port.isEmpty() && !port.equals(server)) {
			values.put("elsewhere",
					":" + port + path("management.server.base-path") + lab.substring(contextPath.length()));
		}
		else if (path != null) {
			values.put("endpoint", contextPath + servletPath() + path);
		}
		return values;
	}

	private String applicationPath() {
		return path(this.servlet ? "server.servlet.context-path" : "spring.webflux.base-path");
	}

	private String servletPath() {
		return this.servlet ? path("spring.mvc.servlet.path") : "";
	}

	private String port(String property) {
		return this.environment.getProperty(property, "");
	}

	/**
	 * Returns a path without a slash at its end.
	 */
	private String path(String property) {
		@Nullable String path = this.environment.getProperty(property);
		if (path == null) {
			return "";
		}
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
