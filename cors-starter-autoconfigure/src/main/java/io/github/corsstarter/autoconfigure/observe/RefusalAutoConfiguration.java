package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsReader;
import io.github.corsstarter.autoconfigure.diagnostics.PolicyAnnouncement;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what is logged, and what is kept of refusals.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication
public final class RefusalAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RecentRefusals corsRecentRefusals(Supplier<CorsProperties> properties) {
		CorsProperties.Refusals refusals = properties.get().refusals();
		return new RecentRefusals(refusals.enabled() ? refusals.capacity() : 0, Clock.systemUTC());
	}

	@Bean
	RecentDifferences corsRecentDifferences(Supplier<CorsProperties> properties) {
		CorsProperties.Refusals refusals = properties.get().refusals();
		return new RecentDifferences(refusals.enabled() ? refusals.capacity() : 0, Clock.systemUTC());
	}

	@Bean
	DifferenceLogger corsDifferenceLogger(PropertyLocator locator) {
		return new DifferenceLogger(locator, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	RefusalLogger corsRefusalLogger(PropertyLocator locator) {
		return new RefusalLogger(locator, Clock.systemUTC());
	}

	@Bean
	PolicyAnnouncement corsPolicyAnnouncement(CorsEngine engine, OtherCorsReader otherCors) {
		return new PolicyAnnouncement(engine, otherCors::describe);
	}

}
