package io.github.corsstarter.autoconfigure.servlet;

import java.util.function.Supplier;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import jakarta.servlet.Filter;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Configuration of a management port of its own, whose server does not take over the
 * application's filters. A reactive one does.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
public final class ManagementServletCorsConfiguration {

	@Bean
	FilterRegistrationBean<CorsPolicyFilter> managementCorsPolicyFilterRegistration(CorsEngine engine,
			Supplier<CorsProperties> properties) {
		return CorsPolicyFilter.register(engine, properties.get().filterOrder());
	}

}
