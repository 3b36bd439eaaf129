package io.github.corsstarter.lab;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says behind the start where the lab is.
 */
final class LabAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(LabAnnouncement.class);

	private final CorsProperties.Lab properties;

	private final ApplicationFacts facts;

	LabAnnouncement(CorsProperties.Lab properties, ApplicationFacts facts) {
		this.properties = properties;
		this.facts = facts;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		// What is built ahead of time has the lab if it was on then.
		if (this.properties.enabled()) {
			String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port", "");
			logger.info("CORS lab, " + (this.properties.allowRemote() ? "for every machine" : "for this machine alone")
					+ ": localhost" + (port.isEmpty() ? "" : ":" + port) + this.facts.contextPath()
					+ this.properties.path());
		}
	}

}
