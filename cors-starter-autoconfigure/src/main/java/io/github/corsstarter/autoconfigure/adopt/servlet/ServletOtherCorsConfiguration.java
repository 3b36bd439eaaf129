package io.github.corsstarter.autoconfigure.adopt.servlet;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What reads the own CORS configuration of a servlet application.
 */
@Configuration(proxyBeanMethods = false)
public class ServletOtherCorsConfiguration {

	@Bean
	ServletFilterCors servletFilterOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
		return new ServletFilterCors(beans, environment);
	}

	/**
	 * Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static class MappingConfiguration {

		@Bean
		ServletMappingCors servletMappingOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
			return new ServletMappingCors(beans, environment);
		}

	}

	/**
	 * Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityFilterChain.class)
	static class SecurityConfiguration {

		@Bean
		ServletSecurityCors servletSecurityOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
			return new ServletSecurityCors(beans, environment);
		}

	}

}
