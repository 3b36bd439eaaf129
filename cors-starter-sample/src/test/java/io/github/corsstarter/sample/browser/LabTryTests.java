package io.github.corsstarter.sample.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's form for requests of one's own, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabTryTests extends LabPageTests {

	LabTryTests(String stack) {
		super(stack);
	}

	@Test
	void tryWhenOriginIsHereShouldDrawWhatHappened() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "PUT", "/api/orders/1", "Content-Type: application/json");
		assertThat(this.lab.tried()).contains("The browser asks the server first", "OPTIONS /api/orders/1", "sent",
				"204 No Content", "Access-Control-Max-Age: 1800", "keep that answer for 30 minutes",
				"PUT /api/orders/1", "The page reads the response", "cors.policies.orders.max-age");
		this.lab.submit(origin("evil.localhost"), "DELETE", "/api/orders/1", "");
		assertThat(this.browser.untilText("#try-result", (text) -> text.contains("DELETE"))).contains("403 Forbidden",
				"never sent");
	}

	@Test
	void tryWhenOriginIsElsewhereShouldExplainOnly() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "PUT", "/api/orders/1", "Content-Type: application/json");
		assertThat(this.lab.tried()).contains("foretold", "The page reads the response").doesNotContain("sent\n");
	}

	@Test
	void tryWhenInputIsUnreadableShouldSayWhatIsWrong() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "GET", "//evil.example/", "");
		assertThat(this.browser.untilText("#try-error", (text) -> !text.isBlank())).contains("path");
	}

	@Test
	void tryWhenTextLooksLikeMarkupShouldShowItAsText() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "POST", "/api/<img src=x>", "X-Html: <img src=x>");
		assertThat(this.browser.untilText("#try-result", (text) -> text.contains("<img src=x>"))).isNotBlank();
		assertThat(this.lab.all("main img")).isEmpty();
	}

	@Test
	void refusalWhenFollowedShouldFillInTheRequest() {
		this.session.open("policies");
		this.session.lab("experiment.js", "module.run(args[0])",
				Experiment.get(origin("evil.localhost"), "/api/kept").withMethod("PATCH").toScript());
		this.browser.untilText("#policies-content", (text) -> text.contains(origin("evil.localhost")));
		this.browser.find("a[aria-label$='" + origin("evil.localhost") + "']").click();
		assertThat(this.lab.tried()).contains("GET /api");
		assertThat(this.browser.find("#try-origin").getDomProperty("value")).isEqualTo(origin("evil.localhost"));
	}

	@Test
	void propertyWhenFollowedShouldLeadToItsLine() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "PUT", "/api/orders/1", "");
		this.lab.tried();
		this.browser.find("a.property[href*=max-age]").click();
		assertThat(this.browser.find(".wanted").getText()).contains("cors.policies.orders.max-age", "application.yml");
	}

	@Test
	void tryWhenHeadersAreSafelistedShouldShowThatTheBrowserAsksForTheOthersAlone() {
		this.session.open("try");
		String headers = "Accept: text/html\nX-Trace: 1\nAuthorization: Bearer x";
		for (String origin : List.of("https://shop.example.com", origin("shop.localhost"))) {
			this.lab.submit(origin, "GET", "/api/orders", headers);
			assertThat(this.lab.tried()).contains("Access-Control-Request-Headers: authorization,x-trace\n");
		}
	}

	@Test
	void tryWhenDrawnShouldExplainEveryHeader() {
		this.session.open("try");
		for (String origin : List.of("https://shop.example.com", origin("shop.localhost"), "null")) {
			this.lab.submit(origin, "PUT", "/api/orders/1", "Content-Type: application/json");
			this.lab.tried();
			assertThat(this.lab.all(".exchange .said > div")).hasSizeGreaterThan(3).allSatisfy((header) -> {
				assertThat(header.findElement(By.tagName("dd")).getText()).hasSizeGreaterThan(30);
				if (!header.getText().startsWith("Vary: ")) {
					assertThat(header.findElement(By.cssSelector("a.property")).getText())
						.startsWith("cors.policies.orders.");
				}
			});
		}
	}

}
