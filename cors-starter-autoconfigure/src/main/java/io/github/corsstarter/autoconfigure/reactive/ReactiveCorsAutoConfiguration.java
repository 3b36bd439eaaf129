package io.github.corsstarter.autoconfigure.reactive;

import java.util.function.Supplier;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.adopt.reactive.ReactiveOtherCors;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;

/**
 * Auto-configuration of the filter of reactive web applications.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
public final class ReactiveCorsAutoConfiguration {

	/**
	 * No other filter takes its place: the guard that it puts round responses is half of
	 * what the engine decides.
	 */
	@Bean
	CorsPolicyWebFilter corsPolicyWebFilter(CorsEngine engine, Supplier<CorsProperties> properties) {
		return new CorsPolicyWebFilter(engine, properties.get().filterOrder());
	}

	@Bean
	ReactiveOtherCors reactiveOtherCors(ConfigurableListableBeanFactory beans) {
		return new ReactiveOtherCors(beans);
	}

	/**
	 * What is known of an application with Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static final class InspectorConfiguration {

		@Bean
		ReactiveApplicationInspector reactiveCorsApplicationInspector(ListableBeanFactory beans,
				Environment environment) {
			return new ReactiveApplicationInspector(beans, environment);
		}

	}

}
