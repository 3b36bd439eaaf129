package io.github.corsstarter.lab.tomcat;

import io.github.corsstarter.lab.LabAutoConfiguration;
import io.github.corsstarter.lab.LabFactory;
import org.apache.catalina.valves.ValveBase;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what Tomcat has to tell the lab, on either stack.
 */
@AutoConfiguration(after = LabAutoConfiguration.class)
@ConditionalOnClass({ ValveBase.class, WebServerFactoryCustomizer.class })
@ConditionalOnBean(LabFactory.class)
public final class TomcatLabAutoConfiguration {

	@Bean
	TomcatProvenance corsLabTomcatProvenance() {
		return new TomcatProvenance();
	}

}
