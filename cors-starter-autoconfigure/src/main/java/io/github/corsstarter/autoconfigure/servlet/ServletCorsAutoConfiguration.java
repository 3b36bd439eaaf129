package io.github.corsstarter.autoconfigure.servlet;

import java.util.function.Supplier;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.adopt.servlet.ServletOtherCors;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration of the filter of servlet applications.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
public final class ServletCorsAutoConfiguration {

	/**
	 * No other filter takes its place: the guard that it puts round responses is half of
	 * what the engine decides.
	 */
	@Bean
	FilterRegistrationBean<CorsPolicyFilter> corsPolicyFilterRegistration(CorsEngine engine,
			Supplier<CorsProperties> properties) {
		return CorsPolicyFilter.register(engine, properties.get().filterOrder());
	}

	@Bean
	ServletOtherCors servletOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
		return new ServletOtherCors(beans, environment);
	}

	/**
	 * What is known of an application with Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static final class InspectorConfiguration {

		@Bean
		ServletApplicationInspector servletCorsApplicationInspector(ListableBeanFactory beans) {
			return new ServletApplicationInspector(beans);
		}

	}

}
