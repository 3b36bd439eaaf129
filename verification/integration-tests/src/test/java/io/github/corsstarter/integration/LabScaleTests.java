package io.github.corsstarter.integration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab of applications with hundreds of policies, and with none. What makes it quick
 * is counted, not timed: elements, and questions to the endpoint.
 */
class LabScaleTests extends InBrowser {

	private static final String LAB = """
			server.netty.max-keep-alive-requests: 1
			cors.lab.enabled: true
			management.endpoints.web.exposure.include: cors
			""";

	private static final String ASKED = "performance.getEntriesByType('resource')"
			+ ".filter(({ name }) => name.includes('/actuator/cors')).length";

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenThereAreHundredsOfPoliciesShouldShowAPageOfThem(Stack stack) {
		String policies = IntStream.range(0, 500).mapToObj("""
				cors.policies.policy-%1$d:
				  paths: ["/tenant-%1$d/**"]
				  allowed-origins: ["https://tenant-%1$d.example.com", "http://tenant-%1$d.localhost:*"]
				"""::formatted).collect(Collectors.joining());
		try (Application application = Application.start(stack, LAB + policies, Orders.class)) {
			open(application, "matrix");
			assertThat(browser.find("#matrix-pages").getText()).contains("1 to 24 of 501");
			assertThat(browser.all(".cell").size()).isBetween(96, 24 * 6);
			assertElementsAreFew();
			assertThat(browser.find("#matrix-hint").getText()).as("Names below localhost are listed").isEmpty();
			assertThat(count(ASKED)).as("Policies, mappings, and at most one for each policy of the page")
				.isLessThanOrEqualTo(26);
			browser.find("#matrix-pages button:last-child").click();
			browser.untilText("#matrix-pages", (text) -> text.contains("25 to 48"));
			assertElementsAreFew();
			browser.find("#matrix-filter").sendKeys("policy-499");
			browser.untilTrue("document.querySelectorAll('.group').length === 1");
			browser.script("location.hash = 'policies?policy=policy-499&key=paths'");
			assertThat(browser.find(".wanted").getText()).contains("cors.policies.policy-499.paths");
			assertThat(browser.all(".card").size()).isLessThanOrEqualTo(24);
			assertElementsAreFew();
			browser.script("location.hash = 'edge'");
			assertThat(browser.untilText("#edge-content", (text) -> text.contains("Show all")))
				.contains("cors-http.conf");
			assertThat(count("document.querySelector('.file pre').textContent.split('\\n').length"))
				.isLessThanOrEqualTo(400);
			assertElementsAreFew();
			assertThat(browser.errors()).filteredOn((error) -> error.contains(":" + application.port() + "/"))
				.isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenThereIsNothingShouldSayWhatToDo(Stack stack) {
		try (Application application = Application.start(stack, LAB)) {
			open(application, "matrix");
			assertThat(browser.find("#matrix-groups").getText()).contains("maps nothing", "Build a policy");
			browser.find("#matrix-filter").sendKeys("/orders");
			browser.untilText("#matrix-groups", (text) -> text.contains("Nothing matches"));
			browser.script("location.hash = 'policies'");
			assertThat(browser.untilText("#policies-content", (text) -> text.contains("No policy is in force")))
				.contains("Build one");
			browser.script("location.hash = 'try'");
			assertThat(browser.find("#try-result").getText()).contains("Fill in the form");
			browser.script("location.hash = 'console'");
			assertThat(browser.find("#console-result").getText()).contains("developer tools");
			browser.script("location.hash = 'edge'");
			assertThat(browser.untilText("#edge-content", (text) -> !text.isBlank())).contains("No policy is in force",
					"Build one");
			for (String view : List.of("policies", "edge")) {
				browser.script("location.hash = '" + view + "'");
				browser.find("#view-" + view + ":not([hidden])");
				assertThat(browser.violations()).isEmpty();
			}
		}
	}

	private static void open(Application application, String view) {
		browser.open("http://localhost:" + application.port() + "/cors-lab#" + view);
		browser.find("#matrix-summary:is([data-state=agrees], [data-state=differs])");
	}

	private static void assertElementsAreFew() {
		assertThat(count("document.querySelectorAll('*').length")).isLessThan(3_000);
	}

	private static long count(String expression) {
		return Long.parseLong(String.valueOf(browser.script("return " + expression)));
	}

	@RestController
	static class Orders {

		@GetMapping("/api/orders")
		String list() {
			return "orders";
		}

	}

}
