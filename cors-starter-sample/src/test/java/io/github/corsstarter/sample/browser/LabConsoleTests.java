package io.github.corsstarter.sample.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's reader of what a browser's console said, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabConsoleTests extends LabPageTests {

	LabConsoleTests(String stack) {
		super(stack);
	}

	@Test
	void consoleWhenTextIsPastedShouldNameTheLineToChange() {
		this.session.open("console");
		this.lab.read("Access to fetch at '" + origin("localhost")
				+ "/api/orders/1' from origin 'https://shop.example.com'"
				+ " has been blocked by CORS policy: Method PATCH is not allowed by Access-Control-Allow-Methods in preflight"
				+ " response.");
		assertThat(this.lab.explained()).contains("Chromium", "the preflight", "PATCH /api/orders/1",
				"add PATCH to cors.policies.orders.allowed-methods", "application.yml", "403 Forbidden");
		this.browser.find("#console-result a[href*='#try?']").click();
		assertThat(this.lab.tried()).contains("PATCH /api/orders/1", "foretold");
		assertThat(this.browser.find("#try-origin").getDomProperty("value")).isEqualTo("https://shop.example.com");
	}

	@Test
	void consoleWhenTextLacksSomethingShouldAskForIt() {
		this.session.open("console");
		this.lab
			.read("Origin https://shop.example.com is not allowed by Access-Control-Allow-Origin. Status code: 403");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("does not tell")))
			.contains("its address");
		this.browser.find("#console-result .notice button").click();
		this.browser.driver().switchTo().activeElement().sendKeys("/admin/users");
		this.browser.find("#console-form [type=submit]").click();
		assertThat(this.lab.explained()).contains("cors.policies.admin.allowed-origins");
	}

	@Test
	void consoleWhenItIsNoCorsErrorShouldSayWhatItIs() {
		this.session.open("console");
		this.lab
			.read("Refused to connect to 'https://api.example.com/x' because it violates the following Content Security"
					+ " Policy directive: \"connect-src 'self'\".");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("not CORS")))
			.contains("Content-Security-Policy");
		this.lab.read("<img src=x> nothing of a browser");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("No message of Chromium")))
			.isNotBlank();
		this.lab.read("   ");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("no text"))).isNotBlank();
		assertThat(this.lab.all("main img")).isEmpty();
	}

	@Test
	void consoleWhenExampleIsWantedShouldExplainIt() {
		this.session.open("console");
		this.browser.find("#console-example").click();
		assertThat(this.lab.explained()).contains("https://stranger.example", "403 Forbidden");
		this.browser.find("#console-result a.property[href*=allowed-origins]").click();
		assertThat(this.browser.find(".wanted").getText()).contains("allowed-origins", "application.yml");
	}

}
