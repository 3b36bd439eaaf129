package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsPolicies;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsReader;
import io.github.corsstarter.autoconfigure.adopt.suggest.CorsSuggester;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.observe.RecentDifferences;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import io.github.corsstarter.explain.PropertyLocator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the endpoint.
 */
@AutoConfiguration(after = { CorsAutoConfiguration.class, RefusalAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(endpoint = CorsEndpoint.class)
@ConditionalOnBean({ CorsEngine.class, RecentRefusals.class })
public final class CorsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorsEndpoint corsEndpoint(CorsEngine engine, RecentRefusals refusals, RecentDifferences differences,
			PropertyLocator locator, CorsPolicies policies, ApplicationFacts facts, OtherCorsReader otherCors) {
		return new CorsEndpoint(engine, refusals, differences, locator, policies, facts.contextPath(),
				new CorsSuggester(otherCors, engine, facts.actuatorPath()));
	}

	@Bean
	@ConditionalOnMissingBean
	CorsEndpointWebExtension corsEndpointWebExtension(CorsEndpoint endpoint, ObjectProvider<LabAnswers> lab) {
		return new CorsEndpointWebExtension(endpoint, lab.getIfAvailable(() -> LabAnswers.NONE));
	}

}
