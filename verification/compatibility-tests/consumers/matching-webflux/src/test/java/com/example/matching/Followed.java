package com.example.matching;

import java.lang.reflect.Method;
import java.util.List;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Options that policies follow, with spellings of a path that each lets through.
 */
enum Followed implements WebFluxConfigurer {

	CASE("/API/Admin/secret", "/api/admin/%C5%BFecret", "/api/adm%C4%B1n/secret") {

		@Override
		public void configurePathMatching(PathMatchConfigurer configurer) {
			configurer.setUseCaseSensitiveMatch(false);
		}

	},

	TRAILING_SLASH("/api/admin/secret/") {

		@Override
		public void configurePathMatching(PathMatchConfigurer configurer) {
			ReflectionUtils.invokeMethod(trailingSlash(), configurer, true);
		}

		@Override
		boolean exists() {
			return trailingSlash() != null;
		}

	},

	PATH_PREFIX("/prefix/api/admin/secret") {

		@Override
		public void configurePathMatching(PathMatchConfigurer configurer) {
			configurer.addPathPrefix("/prefix", (type) -> true);
		}

		@Override
		String secret() {
			return "/prefix/api/admin/secret";
		}

	},

	BASE_PATH(List.of("spring.webflux.base-path=/shop"), "/shop/api/admin/secret"),

	API_VERSION(List.of("spring.webflux.apiversion.use.path-segment=0", "spring.webflux.apiversion.supported=1.0"),
			"/1/versioned/secret", "/v1.0/versioned/secret", "/1.0.0/versioned/secret") {

		@Override
		String secret() {
			return "/{version}/versioned/secret";
		}

		@Override
		boolean exists() {
			return ClassUtils.isPresent("org.springframework.web.reactive.accept.ApiVersionStrategy", null);
		}

	},

	/**
	 * A gateway that nobody told anything about a slash at the end.
	 */
	GATEWAY(List.of("spring.cloud.gateway.server.webflux.routes[0].id=secret",
			"spring.cloud.gateway.server.webflux.routes[0].uri=forward:/api/admin/secret",
			"spring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/routed/secret"), "/routed/secret",
			"/routed/secret/") {

		@Override
		String secret() {
			return "/routed/secret";
		}

		@Override
		boolean exists() {
			return ClassUtils.isPresent("org.springframework.cloud.gateway.route.Route", null);
		}

	};

	private final List<String> properties;

	private final List<String> spellings;

	Followed(String... spellings) {
		this(List.of(), spellings);
	}

	Followed(List<String> properties, String... spellings) {
		this.properties = properties;
		this.spellings = List.of(spellings);
	}

	List<String> properties() {
		return this.properties;
	}

	/**
	 * Ways to write the handler's path.
	 */
	List<String> spellings() {
		return this.spellings;
	}

	/**
	 * The handler's path as a policy names it.
	 */
	String secret() {
		return "/api/admin/secret";
	}

	/**
	 * Whether this line of Spring Boot has the option.
	 */
	boolean exists() {
		return true;
	}

	private static Method trailingSlash() {
		return ReflectionUtils.findMethod(PathMatchConfigurer.class, "setUseTrailingSlashMatch", Boolean.class);
	}

}
