package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsReader;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;
import io.github.corsstarter.autoconfigure.inspect.ApplicationCheck;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySource;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.web.context.ConfigurableWebEnvironment;

/**
 * Auto-configuration of the CORS policies in force.
 */
@AutoConfiguration
@ConditionalOnWebApplication
public final class CorsAutoConfiguration {

	@Bean
	ApplicationFacts corsApplicationFacts(Environment environment) {
		return (environment instanceof ConfigurableWebEnvironment) ? EnvironmentFacts.servlet(environment)
				: EnvironmentFacts.reactive(environment);
	}

	@Bean
	CorsPolicyLoader corsPolicyLoader(Environment environment, ListableBeanFactory beans) {
		return new CorsPolicyLoader(environment, () -> beans.getBeansOfType(CorsPolicySource.class),
				new PublicSuffixes());
	}

	@Bean
	CurrentPolicies currentCorsPolicies(CorsPolicyLoader loader, ApplicationFacts facts) {
		return new CurrentPolicies(loader.load(facts).orThrow());
	}

	/**
	 * Shows the properties at {@code /actuator/configprops}. A prototype, as each refresh
	 * reads new properties.
	 */
	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	CorsProperties corsProperties(CurrentPolicies policies) {
		return policies.get();
	}

	/**
	 * An application cannot replace the engine: filter, dry run and metrics have to share
	 * its decisions. Applications supply policies by a {@link CorsPolicySource} bean, and
	 * listen by a {@code CorsObserver} bean.
	 */
	@Bean
	CorsEngine corsEngine(CurrentPolicies policies, ObjectProvider<CorsObserver> observers) {
		return new CorsEngine(policies.loaded().policies(), CorsObserver.all(observers.orderedStream().toList()));
	}

	@Bean
	CorsPolicies corsPolicies(CorsPolicyLoader loader, CurrentPolicies current, CorsEngine engine,
			ApplicationFacts facts) {
		return new CorsPolicies(loader, current, engine, facts);
	}

	@Bean
	OtherCorsReader otherCorsReader(ConfigurableListableBeanFactory beans, Environment environment,
			ObjectProvider<OtherCorsSource> sources) {
		return new OtherCorsReader(beans, environment, sources);
	}

	@Bean
	ApplicationCheck corsApplicationCheck(ApplicationFacts facts, CurrentPolicies current, CorsPolicies policies,
			ObjectProvider<ApplicationInspector> inspectors, OtherCorsReader otherCors) {
		return new ApplicationCheck(facts, current.get().filterOrder(), inspectors, otherCors::facts, policies::check);
	}

}
