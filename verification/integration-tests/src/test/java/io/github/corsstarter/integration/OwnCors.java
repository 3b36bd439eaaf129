package io.github.corsstarter.integration;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Applications that configure CORS without policies, each in another way.
 */
enum OwnCors {

	SERVLET_ANNOTATIONS(Stack.TOMCAT, "cross-origin", Annotated.class),

	REACTIVE_ANNOTATIONS(Stack.NETTY, "cross-origin", Annotated.class),

	SERVLET_ANNOTATIONS_AND_MAPPINGS(Stack.TOMCAT, "cross-origin", Annotated.class,
			OwnCorsConfigurations.ServletMappings.class),

	SERVLET_MAPPINGS(Stack.TOMCAT, "cors-mappings", Plain.class, OwnCorsConfigurations.ServletMappings.class),

	REACTIVE_MAPPINGS(Stack.NETTY, "cors-mappings", Plain.class, OwnCorsConfigurations.ReactiveMappings.class),

	SERVLET_FILTER(Stack.TOMCAT, "cors-filter", Plain.class, OwnCorsConfigurations.ServletFilter.class),

	REACTIVE_FILTER(Stack.NETTY, "cors-filter", Plain.class, OwnCorsConfigurations.ReactiveFilter.class),

	SERVLET_SECURITY_SOURCE(Stack.TOMCAT, "cors-configuration-source", Plain.class,
			OwnCorsConfigurations.ServletSource.class),

	REACTIVE_SECURITY_SOURCE(Stack.NETTY, "cors-configuration-source", Plain.class,
			OwnCorsConfigurations.ReactiveSource.class),

	SERVLET_SECURITY_INLINE(Stack.TOMCAT, "spring-security", Plain.class, OwnCorsConfigurations.ServletInline.class),

	REACTIVE_SECURITY_INLINE(Stack.NETTY, "spring-security", Plain.class, OwnCorsConfigurations.ReactiveInline.class),

	SERVLET_MANAGEMENT(Stack.TOMCAT, "management", Plain.class, OwnCorsConfigurations.ServletMappings.class),

	REACTIVE_MANAGEMENT(Stack.NETTY, "management", Plain.class),

	GATEWAY_GLOBAL(Stack.NETTY, "gateway-globalcors", Plain.class),

	GATEWAY_ROUTE(Stack.NETTY, "gateway-route", Plain.class);

	private static final String MANAGEMENT = """
			management.endpoints.web:
			  exposure.include: "*"
			  cors:
			    allowed-origins: https://stock.example.com
			    allowed-methods: [GET, POST]
			    allowed-headers: [Content-Type]
			    max-age: 10m
			""";

	private static final String GATEWAY = """
			spring.cloud.gateway.server.webflux:
			  routes:
			  - id: orders
			    uri: http://127.0.0.1:9
			    predicates: ["Path=/routed/**"]
			    metadata.cors:
			      allowedOrigins: ["https://stock.example.com"]
			      allowedMethods: [PUT]
			      allowedHeaders: ["x-trace", "content-type"]
			      maxAge: 600
			  - id: partners
			    uri: http://127.0.0.1:9
			    predicates: ["Path=/partners/**"]
			  globalcors.cors-configurations:
			    '[/partners/**]':
			      allowedOriginPatterns: ["https://*.partner.example"]
			      allowedMethods: [GET, PUT]
			      allowedHeaders: "*"
			      exposedHeaders: [X-Total-Count]
			      allowCredentials: true
			""";

	private final Stack stack;

	private final String code;

	private final Class<?> handlers;

	private final Class<?> own;

	OwnCors(Stack stack, String code, Class<?> handlers) {
		this(stack, code, handlers, handlers);
	}

	OwnCors(Stack stack, String code, Class<?> handlers, Class<?> own) {
		this.stack = stack;
		this.code = code;
		this.handlers = handlers;
		this.own = own;
	}

	String code() {
		return this.code;
	}

	/**
	 * Starts the application.
	 * @param own whether with its own CORS configuration; annotations are always there
	 */
	Application start(boolean own, String yaml) {
		List<Class<?>> all = new ArrayList<>(List.of(this.handlers));
		if (own) {
			all.add(this.own);
		}
		else if (isSecured()) {
			all.add(this.stack.isServlet() ? OwnCorsConfigurations.ServletOpen.class
					: OwnCorsConfigurations.ReactiveOpen.class);
		}
		String excluded = Stack.without(isSecured() ? "none" : Application.SECURITY,
				isGateway() ? "none" : Application.GATEWAY);
		return Application.start(this.stack, excluded, properties(own) + yaml, all.toArray(Class<?>[]::new));
	}

	private String properties(boolean own) {
		if (name().contains("MANAGEMENT")) {
			return own ? MANAGEMENT : "management.endpoints.web.exposure.include: \"*\"\n";
		}
		// Routes stay with what CORS they have.
		String exposed = "management.endpoints.web.exposure.include: cors\n";
		return (isGateway() ? GATEWAY : "") + exposed;
	}

	private boolean isSecured() {
		return name().contains("SECURITY");
	}

	private boolean isGateway() {
		return name().startsWith("GATEWAY");
	}

	List<String> paths() {
		if (name().contains("MANAGEMENT")) {
			return List.of("/actuator/health", "/api/orders");
		}
		return isGateway() ? List.of("/partners/1", "/routed/1")
				: List.of("/api/orders", "/api/orders/1", "/api/orders/new", "/partner/things", "/other");
	}

	/**
	 * The methods that a path is mapped for.
	 */
	static List<String> methods(String path) {
		return switch (path) {
			case "/api/orders" -> List.of("GET", "POST");
			case "/api/orders/1", "/routed/1", "/partners/1" -> List.of("GET", "PUT", "DELETE");
			default -> List.of("GET");
		};
	}

	@RestController
	static class Plain {

		@GetMapping({ "/api/orders", "/api/orders/{id}", "/api/orders/new", "/partner/things", "/other" })
		String get() {
			return "got";
		}

		@PostMapping("/api/orders")
		String post() {
			return "posted";
		}

		@PutMapping("/api/orders/{id}")
		String put() {
			return "put";
		}

		@DeleteMapping("/api/orders/{id}")
		String delete() {
			return "deleted";
		}

	}

	@RestController
	static class Annotated {

		@CrossOrigin(origins = "https://shop.example.com", exposedHeaders = "X-Total-Count", allowCredentials = "true")
		@GetMapping({ "/api/orders", "/api/orders/{id}" })
		String get() {
			return "got";
		}

		@GetMapping({ "/api/orders/new", "/other" })
		String withoutAnnotation() {
			return "got";
		}

		@PostMapping("/api/orders")
		String post() {
			return "posted";
		}

		@CrossOrigin(origins = "https://shop.example.com", exposedHeaders = "X-Total-Count", allowCredentials = "true",
				allowedHeaders = "*")
		@PutMapping("/api/orders/{id}")
		String put() {
			return "put";
		}

		@DeleteMapping("/api/orders/{id}")
		String delete() {
			return "deleted";
		}

		@CrossOrigin(originPatterns = "https://*.partner.example", maxAge = 60)
		@GetMapping("/partner/things")
		String partner() {
			return "got";
		}

	}

}
