package io.github.corsstarter.integration;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.rules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CORS configuration that is left on governed paths is named, of whichever kind it is.
 */
class LeftoverCorsTests {

	private static final String POLICY = """
			cors:
			  policies:
			    shop:
			      paths: [/api/**, /actuator/**]
			      allowed-origins: ["https://shop.example.com"]
			""";

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenMappingsAreLeftShouldNameTheBean(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.SECURITY, Application.GATEWAY), POLICY,
				stack.isServlet() ? ServletMappings.class : ReactiveMappings.class))
			.containsExactly("addCorsMappings of bean mappings (/api/orders)");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenFilterIsLeftShouldNameTheBean(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.SECURITY, Application.GATEWAY), POLICY,
				stack.isServlet() ? ServletFilter.class : ReactiveFilter.class))
			.containsExactly("bean crossDomain (/**)");
	}

	@Test
	void startWhenFilterIsRegisteredShouldNameItOnceWithItsPaths() {
		assertThat(leftovers(Stack.TOMCAT, Stack.without(Application.SECURITY, Application.GATEWAY), POLICY,
				RegisteredFilter.class))
			.containsExactly("bean registration (/api/v1/**)");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenSecurityHasASourceShouldNameBeanAndChain(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.GATEWAY), POLICY,
				stack.isServlet() ? ServletSecurity.class : ReactiveSecurity.class))
			.containsExactly("bean corsConfigurationSource (/api/**), cors(...) of bean chain (/api/**)");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenSecurityComputesItsCorsShouldNameTheChain(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.GATEWAY), POLICY,
				stack.isServlet() ? ServletInlineSecurity.class : ReactiveInlineSecurity.class))
			.containsExactly("cors(...) of bean chain (/**)");
	}

	@Test
	void startWhenSecurityAsksSpringMvcShouldNameOnlyTheMapping() {
		assertThat(leftovers(Stack.TOMCAT, Stack.without(Application.GATEWAY), POLICY, ServletMappings.class,
				PlainServletSecurity.class))
			.containsExactly("addCorsMappings of bean mappings (/api/orders)");
	}

	@Test
	void startWhenGatewayHasCorsShouldNameTheProperties() {
		assertThat(leftovers(Stack.NETTY, Stack.without(Application.SECURITY), POLICY + """
				spring.cloud.gateway.server.webflux:
				  globalcors.cors-configurations:
				    '[/api/**]':
				      allowed-origins: "https://shop.example.com"
				  routes:
				  - id: stock
				    uri: http://127.0.0.1:9
				    predicates: [Method=GET, "Path=/api/stock/**,/stock/**"]
				    metadata.cors.allowedOrigins: "https://stock.example.com"
				  - id: plain
				    uri: http://127.0.0.1:9
				    predicates: [Path=/api/plain/**]
				""")).containsExactly("property spring.cloud.gateway.server.webflux.globalcors.cors-configurations "
				+ "(/api/**), property spring.cloud.gateway.server.webflux.routes[0].metadata.cors (/api/stock/**)");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenManagementHasCorsShouldNameTheProperty(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.SECURITY, Application.GATEWAY), POLICY + """
				management.endpoints.web.cors.allowed-origins: https://admin.example.com
				""")).containsExactly("property management.endpoints.web.cors (/actuator/**)");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void startWhenNothingIsLeftShouldFindNothing(Stack stack) {
		assertThat(leftovers(stack, Stack.without(Application.GATEWAY), POLICY,
				stack.isServlet() ? PlainServletSecurity.class : PlainReactiveSecurity.class))
			.isEmpty();
	}

	private static List<String> leftovers(Stack stack, String excluded, String yaml, Class<?>... sources) {
		try (Application application = Application.start(stack, excluded, yaml, sources)) {
			return application.bean(CorsEngine.class)
				.policySet()
				.findings()
				.stream()
				.filter((finding) -> finding.rule().id().equals("other-cors-configuration"))
				.map(Finding::message)
				.map((message) -> message.substring(message.indexOf(": ") + 2))
				.toList();
		}
	}

	private static CorsConfiguration configuration() {
		return new CorsConfiguration().applyPermitDefaultValues();
	}

	@Configuration(proxyBeanMethods = false)
	static class ServletMappings {

		@Bean
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {
				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping("/api/orders");
					registry.addMapping("/v2/**");
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveMappings {

		@Bean
		WebFluxConfigurer mappings() {
			return new WebFluxConfigurer() {
				@Override
				public void addCorsMappings(org.springframework.web.reactive.config.CorsRegistry registry) {
					registry.addMapping("/api/orders");
					registry.addMapping("/v2/**");
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletFilter {

		@Bean
		CorsFilter crossDomain() {
			return new CorsFilter(servletSource("/**"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredFilter {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter(servletSource("/**")));
			registration.addUrlPatterns("/api/v1/*");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveFilter {

		@Bean
		org.springframework.web.cors.reactive.CorsWebFilter crossDomain() {
			return new org.springframework.web.cors.reactive.CorsWebFilter(reactiveSource("/**"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSecurity {

		@Bean
		org.springframework.web.cors.CorsConfigurationSource corsConfigurationSource() {
			return servletSource("/api/**");
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSecurity {

		@Bean
		org.springframework.web.cors.reactive.CorsConfigurationSource corsConfigurationSource() {
			return reactiveSource("/api/**");
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.cors(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletInlineSecurity {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors((cors) -> cors.configurationSource((request) -> configuration())).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveInlineSecurity {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.cors((cors) -> cors.configurationSource((exchange) -> configuration())).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainServletSecurity {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainReactiveSecurity {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.cors(Customizer.withDefaults()).build();
		}

	}

	private static org.springframework.web.cors.UrlBasedCorsConfigurationSource servletSource(String pattern) {
		var source = new org.springframework.web.cors.UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(pattern, configuration());
		return source;
	}

	private static org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource reactiveSource(
			String pattern) {
		var source = new org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(pattern, configuration());
		return source;
	}

}
