package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.Map;

import io.github.corsstarter.autoconfigure.adopt.ConfigurationSources;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Reads sources of servlet applications.
 */
final class ServletSources extends ConfigurationSources<CorsConfigurationSource> {

	@Override
	protected @Nullable Map<String, CorsConfiguration> table(CorsConfigurationSource source) {
		return (source instanceof UrlBasedCorsConfigurationSource table) ? table.getCorsConfigurations() : null;
	}

	@Override
	protected @Nullable CorsConfiguration ask(CorsConfigurationSource source) {
		return source.getCorsConfiguration(blindRequest(HttpServletRequest.class));
	}

}
