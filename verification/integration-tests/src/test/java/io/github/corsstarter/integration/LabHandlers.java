package io.github.corsstarter.integration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What applications map that the lab is asked about.
 */
final class LabHandlers {

	private LabHandlers() {
	}

	@RestController
	static class Controller {

		@GetMapping("/api/orders")
		String list() {
			return "orders";
		}

		@PostMapping("/api/orders")
		String create() {
			return "created";
		}

		@DeleteMapping("/api/orders/{id}")
		void delete(@PathVariable String id) {
		}

		@RequestMapping("/open")
		String open() {
			return "open";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletRoutes {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route()
				.path("/api", (api) -> api.GET("/routes/{id:[a-z]+}", (request) -> ServerResponse.ok().build()))
				.route(RequestPredicates.PUT("/routed").and(RequestPredicates.path("/secret").negate()),
						(request) -> ServerResponse.ok().build())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveRoutes {

		@Bean
		org.springframework.web.reactive.function.server.RouterFunction<org.springframework.web.reactive.function.server.ServerResponse> routes() {
			return org.springframework.web.reactive.function.server.RouterFunctions.route()
				.path("/api", (api) -> api.GET("/routes/{id:[a-z]+}",
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok().build()))
				.route(org.springframework.web.reactive.function.server.RequestPredicates.PUT("/routed")
					.and(org.springframework.web.reactive.function.server.RequestPredicates.path("/secret").negate()),
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok().build())
				.build();
		}

	}

}
