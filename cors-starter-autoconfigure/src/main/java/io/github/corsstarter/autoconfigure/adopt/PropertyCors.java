package io.github.corsstarter.autoconfigure.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Reads the properties by which management endpoints and Spring Cloud Gateway are
 * configured. Gateway's start with other words in each of its lines.
 */
final class PropertyCors implements OtherCorsSource {

	private static final String MANAGEMENT = "management.endpoints.web.cors";

	private static final List<String> GATEWAYS = List.of("spring.cloud.gateway.server.webflux", "spring.cloud.gateway");

	/** Most routes, and most predicates of a route, that are read. */
	private static final int MAX_ROUTES = 10_000;

	private final Environment environment;

	private final Binder binder;

	private final boolean management;

	private final boolean gateway;

	PropertyCors(Environment environment, @Nullable ClassLoader libraries) {
		this.environment = environment;
		this.binder = Binder.get(environment);
		this.management = ClassUtils
			.isPresent("org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties", libraries);
		this.gateway = ClassUtils.isPresent("org.springframework.cloud.gateway.config.GlobalCorsProperties", libraries);
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		if (this.management) {
			addManagement(all);
		}
		for (String prefix : this.gateway ? GATEWAYS : List.<String>of()) {
			addGlobal(prefix + ".globalcors.cors-configurations", all);
			addRoutes(prefix + ".routes", all);
		}
		return all;
	}

	private void addManagement(List<OtherCors> all) {
		CorsConfiguration configuration = this.binder.bind(MANAGEMENT, CorsEndpointProperties.class)
			.map(CorsEndpointProperties::toCorsConfiguration)
			.orElse(null);
		if (configuration != null) {
			String path = this.environment.getProperty("management.endpoints.web.base-path", "/actuator");
			String pattern = path.endsWith("/") ? path + "**" : path + "/**";
			all.add(pattern.equals(OtherCors.ANY_PATH)
					? OtherCors.unread(OtherCorsKind.MANAGEMENT, MANAGEMENT,
							"holds for management endpoints, which have no path of their own")
					: OtherCors.of(OtherCorsKind.MANAGEMENT, MANAGEMENT, pattern, configuration));
		}
	}

	private void addGlobal(String name, List<OtherCors> all) {
		this.binder.bind(name, Bindable.mapOf(String.class, CorsConfiguration.class))
			.orElse(Map.of())
			.forEach((pattern, configuration) -> all
				.add(OtherCors.of(OtherCorsKind.GATEWAY_GLOBALCORS, name, pattern, configuration)));
	}

	private void addRoutes(String name, List<OtherCors> all) {
		for (int i = 0; i < MAX_ROUTES; i++) {
			String route = name + "[" + i + "]";
			if (this.environment.getProperty(route + ".uri") == null) {
				return;
			}
			String metadata = route + ".metadata.cors";
			CorsConfiguration configuration = this.binder.bind(metadata, CorsConfiguration.class).orElse(null);
			if (configuration != null) {
				all.add(OtherCors.of(OtherCorsKind.GATEWAY_ROUTE, metadata, path(route), configuration));
			}
		}
	}

	/**
	 * Returns the path by which a route is chosen: Gateway takes the first one for the
	 * pattern of its CORS configuration, and all paths where there is none.
	 */
	private String path(String route) {
		for (int i = 0; i < MAX_ROUTES; i++) {
			String predicate = route + ".predicates[" + i + "]";
			String text = this.environment.getProperty(predicate);
			String name = this.environment.getProperty(predicate + ".name");
			if (text == null && name == null) {
				return OtherCors.ANY_PATH;
			}
			if (text != null && text.startsWith("Path=")) {
				return first(text.substring("Path=".length()));
			}
			if ("Path".equals(name)) {
				return this.binder.bind(predicate + ".args", Bindable.mapOf(String.class, String.class))
					.orElse(Map.of())
					.values()
					.stream()
					.filter((value) -> value.startsWith("/"))
					.findFirst()
					.map(PropertyCors::first)
					.orElse(OtherCors.ANY_PATH);
			}
		}
		return OtherCors.ANY_PATH;
	}

	private static String first(String paths) {
		int comma = paths.indexOf(',');
		return ((comma < 0) ? paths : paths.substring(0, comma)).strip();
	}

}
