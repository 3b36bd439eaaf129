package com.example.moving.webflux;

import com.example.moving.OldCors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The places for CORS that Spring has.
 */
class Kinds {

	@Configuration(proxyBeanMethods = false)
	@Profile("mappings & !moved")
	static class Mappings implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/api/**").combine(OldCors.clinic());
			registry.addMapping("/partners/**").combine(OldCors.partners());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Profile("filter & !moved")
	static class Filter {

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter(source());
		}

	}

	private static UrlBasedCorsConfigurationSource source() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/**", OldCors.clinic());
		source.registerCorsConfiguration("/partners/**", OldCors.partners());
		return source;
	}

}
