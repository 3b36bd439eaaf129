package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.LastReload;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import io.github.corsstarter.explain.PropertyLocator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the endpoint.
 */
@AutoConfiguration(after = { CorsAutoConfiguration.class, RefusalAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(endpoint = CorsEndpoint.class)
@ConditionalOnBean({ CorsEngine.class, RecentRefusals.class })
public final class CorsEndpointAutoConfiguration {

	@Bean
	CorsEndpoint corsEndpoint(CorsEngine engine, RecentRefusals refusals, PropertyLocator locator,
			ObjectProvider<LastReload.Source> lastReload, Environment environment) {
		return new CorsEndpoint(engine, refusals, locator, lastReload.getIfAvailable(() -> () -> null),
				ContextPath.of(environment));
	}

	@Bean
	CorsEndpointWebExtension corsEndpointWebExtension(CorsEndpoint endpoint) {
		return new CorsEndpointWebExtension(endpoint);
	}

}
