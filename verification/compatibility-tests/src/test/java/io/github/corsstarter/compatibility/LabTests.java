package io.github.corsstarter.compatibility;

import java.io.IOException;

import io.github.corsstarter.chromium.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab in applications that have added its dependency, once a property switches it on.
 */
class LabTests {

	private static Browser browser;

	@BeforeAll
	static void startBrowser() {
		browser = Browser.start();
	}

	@AfterAll
	static void stopBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "3.5.16, servlet", "4.1.1, reactive" })
	void labWhenSwitchedOnShouldShowTheApplicationsPolicies(String line, String stack) throws IOException {
		try (Consumer consumer = Consumer.start(Jdk.CURRENT, ConsumerBuild.jar(line, stack),
				"--cors.lab.enabled=true")) {
			browser.open("http://localhost:" + consumer.port() + "/cors-lab");
			browser.find("#matrix-summary[data-state=agrees]");
			assertThat(browser.find("#matrix-groups").getText()).contains("storefront", "/api/orders/{id}", "PUT",
					"https://shop.example.com", "operations");
			assertThat(browser.find("#matrix-hint").getText()).contains("http://shop.localhost:*");
			browser.find("#matrix-run").click();
			browser.untilTrue("document.getElementById('matrix-summary').dataset.sent > 0");
			assertThat(browser.find("#matrix-summary").getText()).contains("the browser did what the dry run says");
			browser.script("location.hash = 'policies?policy=storefront&key=allowed-headers'");
			assertThat(browser.find(".wanted").getText()).contains("cors.policies.storefront.allowed-headers",
					"application.yml");
			browser.script("location.hash = 'edge'");
			assertThat(browser.untilText("#edge-content", (text) -> text.contains("cors-http.conf"))).contains("lost");
			browser.script("location.hash = 'builder'");
			browser.find("#builder-status[data-state=agrees]");
			assertThat(consumer.output()).contains("this machine alone: localhost:" + consumer.port() + "/cors-lab")
				.doesNotContain("NoSuchMethodError", "NoClassDefFoundError", "ClassNotFoundException");
		}
	}

}
