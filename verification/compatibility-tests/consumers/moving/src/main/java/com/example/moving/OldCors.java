package com.example.moving;

import java.util.List;

import org.springframework.web.cors.CorsConfiguration;

/**
 * What the old configuration says, however it is handed to Spring.
 */
public final class OldCors {

	private OldCors() {
	}

	public static CorsConfiguration clinic() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of("https://clinic.example.com", "http://localhost:4200"));
		configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE", "OPTIONS"));
		configuration.setAllowedHeaders(List.of("Authorization", "Content-Type", "Cache-Control"));
		configuration.setExposedHeaders(List.of("X-Total-Count", "Link"));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(1800L);
		return configuration;
	}

	public static CorsConfiguration partners() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(List.of("https://*.partner.example"));
		configuration.addAllowedMethod("*");
		configuration.addAllowedHeader("*");
		return configuration;
	}

}
