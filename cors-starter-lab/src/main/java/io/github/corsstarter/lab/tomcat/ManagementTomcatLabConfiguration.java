package io.github.corsstarter.lab.tomcat;

import io.github.corsstarter.lab.LabFactory;
import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Configuration of what Tomcat has to tell the lab on a management port of its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnClass({ ValveBase.class, WebServerFactoryCustomizer.class })
@ConditionalOnBean(LabFactory.class)
public final class ManagementTomcatLabConfiguration {

	@Bean
	TomcatProvenance managementCorsLabTomcatProvenance() {
		return new TomcatProvenance();
	}

}
