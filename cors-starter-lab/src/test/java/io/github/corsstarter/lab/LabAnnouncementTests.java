package io.github.corsstarter.lab;

import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabAnnouncement}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LabAnnouncementTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("server.servlet.context-path",
			"/shop");

	@Test
	void readyWhenOnShouldSayWhereTheLabIs(CapturedOutput output) {
		this.environment.setProperty("local.server.port", "8081");
		ready(new CorsProperties.Lab(true, "/look", false));
		assertThat(output).contains("CORS lab, for this machine alone: localhost:8081/shop/look");
	}

	@Test
	void readyWhenAnybodyMayLookShouldSaySo(CapturedOutput output) {
		ready(new CorsProperties.Lab(true, "/cors-lab", true));
		assertThat(output).contains("CORS lab, for every machine: localhost/shop/cors-lab");
	}

	@Test
	void readyWhenOffShouldSayNothing(CapturedOutput output) {
		ready(new CorsProperties.Lab(false, "/cors-lab", false));
		assertThat(output).doesNotContain("CORS lab");
	}

	private void ready(CorsProperties.Lab properties) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.setEnvironment(this.environment);
			new LabAnnouncement(properties, EnvironmentFacts.servlet(this.environment))
				.onApplicationEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, null));
		}
	}

}
