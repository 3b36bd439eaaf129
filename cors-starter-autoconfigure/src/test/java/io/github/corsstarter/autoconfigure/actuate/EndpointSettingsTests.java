package io.github.corsstarter.autoconfigure.actuate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CorsEndpoint} says of the application.
 */
class EndpointSettingsTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void corsWhenSettingsAreOthersShouldShowThem(WebApplicationType type) {
		try (EndpointApplication application = EndpointApplication.start(type, "cors.preflight-status=200",
				"cors.debug=true", "server.servlet.context-path=/shop", "spring.webflux.base-path=/shop")) {
			JsonNode root = EndpointApplication
				.json(application.send(application.serverUrl() + "/shop/actuator/cors", "GET"));
			assertThat(root.get("preflightStatus").asInt()).isEqualTo(200);
			assertThat(root.get("debug").asBoolean()).isTrue();
			assertThat(root.get("basePath").asString()).isEqualTo("/shop");
		}
	}

}
