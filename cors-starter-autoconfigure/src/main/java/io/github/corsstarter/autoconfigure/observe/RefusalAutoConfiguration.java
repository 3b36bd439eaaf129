package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;

import io.github.corsstarter.PropertyLocator;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what is kept and logged of refusals.
 */
@AutoConfiguration(before = CorsAutoConfiguration.class)
@ConditionalOnWebApplication
public final class RefusalAutoConfiguration {

	@Bean
	RefusalLogger corsRefusalLogger(ObjectProvider<PropertyLocator> locator) {
		return new RefusalLogger(locator.getIfAvailable(() -> PropertyLocator.UNKNOWN), Clock.systemUTC());
	}

	@Bean
	RefusalLog corsRefusalLog(Environment environment) {
		CorsProperties.Refusals refusals = Binder.get(environment)
			.bindOrCreate("cors.refusals", CorsProperties.Refusals.class);
		return new RefusalLog(refusals.enabled() ? refusals.capacity() : 0, Clock.systemUTC());
	}

}
