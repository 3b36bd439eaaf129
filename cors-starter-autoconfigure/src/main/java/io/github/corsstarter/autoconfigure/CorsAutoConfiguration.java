package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the CORS policies in force.
 */
@AutoConfiguration
@ConditionalOnWebApplication
public final class CorsAutoConfiguration {

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	EnvironmentFacts servletCorsEnvironmentFacts(Environment environment) {
		return new EnvironmentFacts(environment, "server.servlet.context-path");
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	EnvironmentFacts reactiveCorsEnvironmentFacts(Environment environment) {
		return new EnvironmentFacts(environment, "spring.webflux.base-path");
	}

	@Bean
	CorsPolicyLoader corsPolicyLoader(Environment environment, EnvironmentFacts facts, ListableBeanFactory beans) {
		return new CorsPolicyLoader(environment, facts, new PublicSuffixes(),
				new PolicySources(() -> beans.getBeansOfType(CorsPolicySource.class)));
	}

	/**
	 * Shows what is in force at {@code /actuator/configprops}: anew each time, as a
	 * refresh reads other properties.
	 */
	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	CorsProperties corsProperties(CorsPolicyLoader loader) {
		return loader.current().properties();
	}

	@Bean
	PropertyLocator corsPropertyLocator(CorsPolicyLoader loader) {
		return new CurrentLocator(loader);
	}

	@Bean
	CorsEngine corsEngine(CorsPolicyLoader loader, ObjectProvider<CorsObserver> observers) {
		return new CorsEngine(loader.load().policies(), CorsObserver.all(observers.orderedStream().toList()));
	}

	@Bean
	CorsPolicies corsPolicies(CorsPolicyLoader loader, CorsEngine engine) {
		return new CorsPolicies(loader, engine);
	}

	@Bean
	StartCheck corsStartCheck(CorsPolicyLoader loader, CorsEngine engine,
			ObjectProvider<ApplicationInspector> inspectors) {
		return new StartCheck(loader, engine, inspectors);
	}

}
