package io.github.corsstarter.lab;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the lab, which is off unless a property switches it on.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("cors.lab.enabled")
@ConditionalOnBean(CorsEngine.class)
public final class LabAutoConfiguration {

	/**
	 * Makes labs, behind the engine: that one reports what is wrong with the
	 * configuration.
	 */
	@Bean
	LabFactory corsLabFactory(CorsEngine engine, Environment environment, ObjectProvider<EndpointPath> endpointPath,
			Arrivals arrivals) {
		return new LabFactory(properties(environment), endpointPath.getIfAvailable(() -> () -> null), arrivals);
	}

	@Bean
	LabAnnouncement corsLabAnnouncement(Environment environment, ApplicationFacts facts) {
		return new LabAnnouncement(properties(environment), facts);
	}

	private static CorsProperties.Lab properties(Environment environment) {
		return Binder.get(environment).bindOrCreate("cors.lab", CorsProperties.Lab.class);
	}

	@Bean
	Arrivals corsLabArrivals() {
		return new Arrivals();
	}

	/**
	 * Finds the endpoint in applications that have the actuator.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PathMappedEndpoints.class)
	static final class EndpointConfiguration {

		@Bean
		EndpointPath corsLabEndpointPath(ObjectProvider<PathMappedEndpoints> endpoints) {
			return () -> {
				PathMappedEndpoints mapped = endpoints.getIfAvailable();
				return (mapped != null) ? mapped.getPath(EndpointId.of("cors")) : null;
			};
		}

	}

}
