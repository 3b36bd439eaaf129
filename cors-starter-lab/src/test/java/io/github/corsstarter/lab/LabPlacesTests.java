package io.github.corsstarter.lab;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabPlaces}.
 */
class LabPlacesTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080");

	private String endpoint = "/actuator/cors";

	@Test
	void valuesWhenEndpointIsOnTheSamePortShouldHaveItsPath() {
		assertThat(values(true, false, "", "/lab")).containsExactlyInAnyOrderEntriesOf(Map.of("lab", "/lab", "endpoint",
				"/actuator/cors", "elsewhere", "", "port", "", "application", "", "frames", "/lab"));
	}

	@Test
	void valuesWhenThereAreContextPathAndServletPathShouldPutThemTogether() {
		this.environment.setProperty("spring.mvc.servlet.path", "/mvc/");
		assertThat(values(true, false, "/shop", "/shop/lab")).containsEntry("endpoint", "/shop/mvc/actuator/cors")
			.containsEntry("application", "/shop");
		assertThat(values(false, false, "/shop", "/shop/lab")).containsEntry("endpoint", "/shop/actuator/cors");
	}

	@Test
	void valuesWhenEndpointIsNotExposedShouldHaveNone() {
		this.endpoint = "";
		assertThat(values(true, false, "", "/lab")).containsEntry("endpoint", "");
		assertThat(values(true, true, "", "/lab")).containsEntry("endpoint", "");
	}

	@Test
	void valuesWhenManagementPortIsTheSameShouldHaveThePath() {
		this.environment.setProperty("local.management.port", "8080");
		assertThat(values(true, false, "", "/lab")).containsEntry("endpoint", "/actuator/cors")
			.containsEntry("elsewhere", "");
	}

	@Test
	void valuesWhenManagementPortIsAnotherShouldLeadToTheLabThere() {
		this.environment.setProperty("local.management.port", "9090");
		this.environment.setProperty("management.server.base-path", "/manage/");
		assertThat(values(true, false, "/shop", "/shop/lab")).containsEntry("endpoint", "")
			.containsEntry("elsewhere", ":9090/manage/lab");
	}

	@Test
	void valuesWhenOnTheManagementPortShouldKnowTheApplication() {
		this.environment.setProperty("local.management.port", "9090");
		this.environment.setProperty("server.servlet.context-path", "/shop");
		this.environment.setProperty("spring.webflux.base-path", "/base/");
		assertThat(values(true, true, "/manage", "/manage/lab"))
			.containsExactlyInAnyOrderEntriesOf(Map.of("lab", "/manage/lab", "endpoint", "/manage/actuator/cors",
					"elsewhere", "", "port", "8080", "application", "/shop", "frames", "/shop/lab"));
		assertThat(values(false, true, "/manage", "/manage/lab")).containsEntry("application", "/base");
	}

	private Map<String, String> values(boolean servlet, boolean management, String contextPath, String lab) {
		EndpointPath path = () -> this.endpoint.isEmpty() ? null : this.endpoint;
		return new LabPlaces(this.environment, path, servlet, management).values(contextPath, lab);
	}

}
