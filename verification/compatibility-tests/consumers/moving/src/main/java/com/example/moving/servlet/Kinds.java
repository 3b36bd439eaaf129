package com.example.moving.servlet;

import com.example.moving.OldCors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The places for CORS that Spring has.
 */
class Kinds {

	/**
	 * A mapping of Spring MVC, and Spring Security with a source of its own in front.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("mappings & !moved")
	static class Mappings implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOrigins("https://else.example.com");
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return open(http.cors((cors) -> cors.configurationSource((request) -> OldCors.clinic())));
		}

	}

	/**
	 * A filter, which Spring Security takes over.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("filter & !moved")
	static class Filter {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter(source());
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return open(http.cors(Customizer.withDefaults()));
		}

	}

	/**
	 * A source, which Spring Security takes.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("resource-server & !moved")
	static class Source {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			return source();
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return withTokens(http.cors(Customizer.withDefaults()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Profile("resource-server & moved")
	static class MovedResourceServer {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return withTokens(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Profile("annotated | management | (!resource-server & moved)")
	static class Open {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return open(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Tokens {

		@Bean
		JwtDecoder jwtDecoder() {
			return (token) -> {
				throw new BadJwtException("no token is good");
			};
		}

	}

	private static SecurityFilterChain open(HttpSecurity http) throws Exception {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	private static SecurityFilterChain withTokens(HttpSecurity http) throws Exception {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.build();
	}

	private static UrlBasedCorsConfigurationSource source() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/**", OldCors.clinic());
		source.registerCorsConfiguration("/partners/**", OldCors.partners());
		return source;
	}

}
