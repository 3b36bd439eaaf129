package io.github.corsstarter.lab.servlet;

import io.github.corsstarter.lab.LabAutoConfiguration;
import io.github.corsstarter.lab.LabFactory;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration of the lab in servlet applications.
 */
@AutoConfiguration(after = LabAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
@ConditionalOnBean(LabFactory.class)
public final class ServletLabAutoConfiguration {

	@Bean
	FilterRegistrationBean<LabFilter> corsLabFilterRegistration(LabFactory factory, Environment environment) {
		return LabFilter.register(factory.lab(environment, true, false));
	}

	@Bean
	LabServlet.Initializer corsLabServletInitializer(LabFactory factory) {
		return new LabServlet.Initializer(factory.path());
	}

	/**
	 * What is mapped by Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static final class HandlersConfiguration {

		@Bean
		ServletMappedHandlers corsLabMappedHandlers(ListableBeanFactory beans, Environment environment) {
			return new ServletMappedHandlers(beans, environment);
		}

	}

}
