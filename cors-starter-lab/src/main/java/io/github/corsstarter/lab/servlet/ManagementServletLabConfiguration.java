package io.github.corsstarter.lab.servlet;

import java.util.Objects;

import io.github.corsstarter.lab.LabFactory;
import jakarta.servlet.Filter;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Configuration of the lab on a management port of its own, where the endpoint is that
 * its pages read.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
@ConditionalOnBean(LabFactory.class)
public final class ManagementServletLabConfiguration {

	@Bean
	FilterRegistrationBean<LabFilter> managementCorsLabFilterRegistration(LabFactory factory,
			ApplicationContext context) {
		Environment application = Objects.requireNonNull(context.getParent()).getEnvironment();
		return LabFilter.register(factory.lab(application, true, true));
	}

}
