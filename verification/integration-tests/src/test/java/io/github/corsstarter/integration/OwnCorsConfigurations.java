package io.github.corsstarter.integration;

import java.util.List;

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

/**
 * The ways to configure CORS in beans, all with the same two configurations.
 */
final class OwnCorsConfigurations {

	private OwnCorsConfigurations() {
	}

	private static CorsConfiguration shop() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin("https://shop.example.com/");
		configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "OPTIONS"));
		configuration.setAllowedHeaders(List.of("Content-Type", "X-Trace"));
		configuration.addExposedHeader("X-Total-Count");
		configuration.setAllowCredentials(true);
		return configuration;
	}

	private static CorsConfiguration partner() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(List.of("https://*.partner.example"));
		configuration.addAllowedHeader("*");
		configuration.addAllowedMethod("*");
		configuration.setMaxAge(3600L);
		return configuration;
	}

	@Configuration(proxyBeanMethods = false)
	static class ServletMappings {

		@Bean
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {
				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping("/partner/**").combine(partner());
					registry.addMapping("/**").combine(shop());
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
					registry.addMapping("/partner/**").combine(partner());
					registry.addMapping("/api/**").combine(shop());
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletFilter {

		@Bean
		CorsFilter crossDomain() {
			return new CorsFilter(servletSource());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveFilter {

		@Bean
		org.springframework.web.cors.reactive.CorsWebFilter crossDomain() {
			return new org.springframework.web.cors.reactive.CorsWebFilter(reactiveSource());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveOpen {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSource {

		@Bean
		org.springframework.web.cors.CorsConfigurationSource corsConfigurationSource() {
			return servletSource();
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return new ServletOpen().chain(http.cors(Customizer.withDefaults()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSource {

		@Bean
		org.springframework.web.cors.reactive.CorsConfigurationSource corsConfigurationSource() {
			return reactiveSource();
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return new ReactiveOpen().chain(http.cors(Customizer.withDefaults()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletInline {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return new ServletOpen().chain(http.cors((cors) -> cors.configurationSource((request) -> shop())));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveInline {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return new ReactiveOpen().chain(http.cors((cors) -> cors.configurationSource((exchange) -> shop())));
		}

	}

	private static org.springframework.web.cors.UrlBasedCorsConfigurationSource servletSource() {
		var source = new org.springframework.web.cors.UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/partner/**", partner());
		source.registerCorsConfiguration("/api/**", shop());
		return source;
	}

	private static org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource reactiveSource() {
		var source = new org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/partner/**", partner());
		source.registerCorsConfiguration("/api/**", shop());
		return source;
	}

}
