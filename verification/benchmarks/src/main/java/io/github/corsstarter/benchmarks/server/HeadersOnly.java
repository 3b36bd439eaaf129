package io.github.corsstarter.benchmarks.server;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.WebFilter;

/**
 * Writes the headers of a granted request and decides nothing: what a filter costs that
 * has nothing to do but that.
 */
final class HeadersOnly {

	private HeadersOnly() {
	}

	/**
	 * In a servlet application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnProperty(name = "benchmark.cors", havingValue = "headers")
	static class Servlet {

		@Bean
		FilterRegistrationBean<Filter> headersOnly() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletResponse headers = (HttpServletResponse) response;
				headers.setHeader("Access-Control-Allow-Origin", ((HttpServletRequest) request).getHeader("Origin"));
				headers.setHeader("Access-Control-Allow-Credentials", "true");
				headers.setHeader("Access-Control-Expose-Headers", "X-Total-Count");
				headers.setHeader("Vary", "Origin");
				chain.doFilter(request, response);
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
			return registration;
		}

	}

	/**
	 * In a reactive application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnProperty(name = "benchmark.cors", havingValue = "headers")
	static class Reactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE + 10)
		WebFilter headersOnly() {
			return (exchange, chain) -> {
				HttpHeaders headers = exchange.getResponse().getHeaders();
				headers.set("Access-Control-Allow-Origin", exchange.getRequest().getHeaders().getFirst("Origin"));
				headers.set("Access-Control-Allow-Credentials", "true");
				headers.set("Access-Control-Expose-Headers", "X-Total-Count");
				headers.set("Vary", "Origin");
				return chain.filter(exchange);
			};
		}

	}

}
