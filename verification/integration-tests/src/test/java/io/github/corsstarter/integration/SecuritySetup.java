package io.github.corsstarter.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;

/**
 * An application with Spring Security.
 */
enum SecuritySetup {

	SERVLET(Stack.TOMCAT, false, false),

	SERVLET_CORS(Stack.TOMCAT, true, false),

	SERVLET_SOURCE(Stack.TOMCAT, false, true),

	SERVLET_CORS_SOURCE(Stack.TOMCAT, true, true),

	REACTIVE(Stack.NETTY, false, false),

	REACTIVE_CORS(Stack.NETTY, true, false),

	REACTIVE_SOURCE(Stack.NETTY, false, true),

	REACTIVE_CORS_SOURCE(Stack.NETTY, true, true);

	private final Stack stack;

	private final boolean cors;

	private final boolean source;

	SecuritySetup(Stack stack, boolean cors, boolean source) {
		this.stack = stack;
		this.cors = cors;
		this.source = source;
	}

	Application start(String excluded, String yaml) {
		List<Class<?>> sources = new ArrayList<>(List.of(Shared.class));
		sources.add(this.stack.isServlet() ? OnServlet.class : OnReactive.class);
		if (this.source) {
			sources.add(this.stack.isServlet() ? ServletSource.class : ReactiveSource.class);
		}
		return Application.start(this.stack, excluded, yaml + "\nsecurity.cors: " + this.cors + "\n",
				sources.toArray(Class<?>[]::new));
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin("https://own.example.com");
		configuration.addAllowedMethod("GET");
		return configuration;
	}

	private static UserDetails user() {
		return User.withUsername("user").password("{noop}password").roles("USER").build();
	}

	@RestController
	static class Shared {

		@Bean
		AtomicInteger lookups() {
			return new AtomicInteger();
		}

		@GetMapping({ "/api/user", "/api/admin", "/api/open", "/plain/user", "/plain/open" })
		String answer() {
			return "user";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnServlet {

		@Bean
		UserDetailsService users(AtomicInteger lookups) {
			return (name) -> {
				lookups.incrementAndGet();
				return user();
			};
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http, Environment environment) throws Exception {
			if (environment.getRequiredProperty("security.cors", Boolean.class)) {
				http.cors(Customizer.withDefaults());
			}
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/api/open", "/plain/open")
					.permitAll()
					.requestMatchers("/api/admin")
					.hasRole("ADMIN")
					.anyRequest()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSource {

		@Bean
		org.springframework.web.cors.CorsConfigurationSource corsConfigurationSource() {
			var source = new org.springframework.web.cors.UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration());
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive {

		@Bean
		ReactiveUserDetailsService users(AtomicInteger lookups) {
			return (name) -> Mono.fromSupplier(() -> {
				lookups.incrementAndGet();
				return user();
			});
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, Environment environment) {
			if (environment.getRequiredProperty("security.cors", Boolean.class)) {
				http.cors(Customizer.withDefaults());
			}
			return http
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/api/open", "/plain/open")
					.permitAll()
					.pathMatchers("/api/admin")
					.hasRole("ADMIN")
					.anyExchange()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSource {

		@Bean
		org.springframework.web.cors.reactive.CorsConfigurationSource corsConfigurationSource() {
			var source = new org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration());
			return source;
		}

	}

}
