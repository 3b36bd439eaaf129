package io.github.corsstarter.integration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab of an application that moves in: what it says about CORS elsewhere, beside a
 * policy that only reports.
 */
class LabMovingTests extends InBrowser {

	private static final String OLD = "https://old.example.com";

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void policiesWhenAnAnnotationSaysOtherwiseShouldShowDifferencesAndSuggestIt(Stack stack) {
		try (Application application = Application.start(stack, """
				server.netty.max-keep-alive-requests: 1
				cors.lab.enabled: true
				management.endpoints.web.exposure.include: cors
				cors.policies.prices:
				  paths: /prices/**
				  allowed-origins: ["https://shop.example.com"]
				  mode: report-only
				""", Prices.class)) {
			assertThat(application.get("/prices/today").origin(OLD).send().header("Access-Control-Allow-Origin"))
				.isEqualTo(OLD);
			browser.open("http://localhost:" + application.port() + "/cors-lab#policies");
			assertThat(browser.untilText("#policies-content", (text) -> text.contains("Differences"))).contains(OLD,
					"Access-Control-Allow-Origin", "cors.policies.prices.allowed-origins");
			browser.find("#policies-suggest").click();
			assertThat(browser.untilText("#policies-content", (text) -> text.contains("Prices#today")))
				.contains("allowed-origins: [\"" + OLD + "\"]");
		}
	}

	@RestController
	static class Prices {

		@CrossOrigin(origins = OLD)
		@GetMapping("/prices/today")
		String today() {
			return "1";
		}

	}

}
