package io.github.corsstarter.lab.reactive;

import io.github.corsstarter.lab.LabAutoConfiguration;
import io.github.corsstarter.lab.LabFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration of the lab in reactive applications.
 */
@AutoConfiguration(after = LabAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(HttpHandler.class)
@ConditionalOnBean(LabFactory.class)
public final class ReactiveLabAutoConfiguration {

	@Bean
	static BeanPostProcessor corsLabHandlerPostProcessor(ObjectProvider<LabFactory> factory, Environment environment) {
		return new LabHandlerPostProcessor(() -> factory.getObject().lab(environment, false, false),
				environment.getProperty("spring.webflux.base-path", ""));
	}

	/**
	 * What is mapped by Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static final class HandlersConfiguration {

		@Bean
		ReactiveMappedHandlers corsLabMappedHandlers(ListableBeanFactory beans) {
			return new ReactiveMappedHandlers(beans);
		}

	}

}
