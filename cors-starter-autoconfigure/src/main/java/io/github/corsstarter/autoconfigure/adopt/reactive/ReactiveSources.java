package io.github.corsstarter.autoconfigure.adopt.reactive;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.corsstarter.autoconfigure.adopt.ConfigurationSources;
import io.github.corsstarter.autoconfigure.adopt.Fields;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads sources of reactive applications.
 */
final class ReactiveSources extends ConfigurationSources<CorsConfigurationSource> {

	@Override
	protected @Nullable Map<String, CorsConfiguration> table(CorsConfigurationSource source) {
		// Unlike its servlet twin it has no method that tells.
		Map<?, ?> configurations = (source instanceof UrlBasedCorsConfigurationSource) ? Fields.find(source, Map.class)
				: null;
		if (configurations == null) {
			return null;
		}
		Map<String, CorsConfiguration> table = new LinkedHashMap<>();
		configurations
			.forEach((pattern, configuration) -> table.put(pattern.toString(), (CorsConfiguration) configuration));
		return table;
	}

	@Override
	protected @Nullable CorsConfiguration ask(CorsConfigurationSource source) {
		return source.getCorsConfiguration(blindRequest(ServerWebExchange.class));
	}

}
