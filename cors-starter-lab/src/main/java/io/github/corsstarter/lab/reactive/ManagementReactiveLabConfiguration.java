package io.github.corsstarter.lab.reactive;

import java.util.Objects;

import io.github.corsstarter.lab.LabFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Configuration of the lab on a management port of its own, where the endpoint is that
 * its pages read.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(HttpHandler.class)
@ConditionalOnBean(LabFactory.class)
public final class ManagementReactiveLabConfiguration {

	@Bean
	static BeanPostProcessor managementCorsLabHandlerPostProcessor(ObjectProvider<LabFactory> factory,
			ApplicationContext context) {
		Environment application = Objects.requireNonNull(context.getParent()).getEnvironment();
		return new LabHandlerPostProcessor(() -> factory.getObject().lab(application, false, true),
				application.getProperty("management.server.base-path", ""));
	}

}
