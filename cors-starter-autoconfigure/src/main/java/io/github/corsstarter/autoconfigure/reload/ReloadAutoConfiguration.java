package io.github.corsstarter.autoconfigure.reload;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsPolicies;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of reloading with Spring Cloud.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(EnvironmentChangeEvent.class)
public final class ReloadAutoConfiguration {

	@Bean
	PolicyReloader corsPolicyReloader(CorsPolicies policies) {
		return new PolicyReloader(policies);
	}

}
