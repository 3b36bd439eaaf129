package io.github.corsstarter.autoconfigure.protocol;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * One application with the policies of all cases, whose handler does what a case has it
 * do, started on either stack.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class ConformanceApplication {

	static final String HANDLER_RAN = "X-Handler-Ran";

	private static final Map<String, ConformanceVector> VECTORS = ConformanceVector.all()
		.stream()
		.collect(Collectors.toMap(ConformanceVector::key, Function.identity()));

	static ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> properties) {
		return new SpringApplicationBuilder(ConformanceApplication.class).web(type)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("vectors", properties)))
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"logging.level.root=WARN")
			.run();
	}

	static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static ConformanceVector vector(String path) {
		int end = path.indexOf('/', 1);
		return VECTORS.get(path.substring(1, (end < 0) ? path.length() : end));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Servlet {

		@Bean
		FilterRegistrationBean<Filter> before() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				ConformanceVector vector = vector(((HttpServletRequest) request).getRequestURI());
				if (vector != null) {
					vector.responseBefore()
						.forEach((header) -> ((HttpServletResponse) response).addHeader(header.getKey(),
								header.getValue()));
				}
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@RestController
		static class Handler {

			@RequestMapping("/**")
			void handle(HttpServletRequest request, HttpServletResponse response) {
				response.setHeader(HANDLER_RAN, "yes");
				ConformanceVector vector = vector(request.getRequestURI());
				if (vector != null) {
					vector.handlerSets().forEach((header) -> response.addHeader(header.getKey(), header.getValue()));
					response.setStatus(vector.handlerStatus());
				}
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter before() {
			return (exchange, chain) -> {
				ConformanceVector vector = vector(exchange.getRequest().getPath().value());
				if (vector != null) {
					vector.responseBefore()
						.forEach((
								header) -> exchange.getResponse().getHeaders().add(header.getKey(), header.getValue()));
				}
				return chain.filter(exchange);
			};
		}

		@RestController
		static class Handler {

			@RequestMapping("/**")
			Mono<Void> handle(ServerWebExchange exchange) {
				exchange.getResponse().getHeaders().set(HANDLER_RAN, "yes");
				ConformanceVector vector = vector(exchange.getRequest().getPath().value());
				if (vector != null) {
					vector.handlerSets()
						.forEach((
								header) -> exchange.getResponse().getHeaders().add(header.getKey(), header.getValue()));
					exchange.getResponse().setRawStatusCode(vector.handlerStatus());
				}
				return exchange.getResponse().setComplete();
			}

		}

	}

}
