package io.github.corsstarter.sample.browser;

import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab for people who see little, use no mouse or have a narrow screen.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabAccessibilityTests extends LabPageTests {

	LabAccessibilityTests(String stack) {
		super(stack);
	}

	@Test
	void viewWhenEndpointWantsToKnowTheReaderShouldSayHowToSignIn() {
		this.session.open("try");
		this.browser.script("""
				window.fetch = async () => new Response("", { status: 401 });
				window.dispatchEvent(new Event("focus"));
				""");
		this.browser
			.await("import('/cors-lab/access.js').then(({ explain }) => explain({ kind: 'sign-in' }, () => {}))");
		assertThat(this.browser.find("#notices").getText()).contains("Sign in", "/actuator/cors");
		assertThat(this.browser.violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "matrix, 1280", "matrix, 390", "try, 1280", "try, 390", "console, 1280", "console, 390",
			"policies, 1280", "policies, 390", "builder, 1280", "builder, 390", "edge, 1280", "edge, 390" })
	void viewWhenShownShouldFitAndKeepNobodyOut(String view, int width) {
		this.browser.resize(width, 900);
		settled(view);
		assertThat(this.browser.script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
		for (boolean dark : List.of(false, true)) {
			this.browser.setDark(dark);
			assertThat(this.browser.violations()).as("%s, %s wide, dark: %s", view, width, dark).isEmpty();
		}
		assertThat(this.browser.errors()).filteredOn((error) -> error.contains("/cors-lab/")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "matrix", "try", "console", "policies", "builder", "edge" })
	void viewWhenTheKeyboardIsAllThereIsShouldReachEverythingAndShowWhereOneIs(String view) {
		settled(view);
		Object wanted = this.browser
			.script("""
					const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
					window.wanted = new Set([...document.querySelectorAll(all)].filter((each) => !each.disabled && each.checkVisibility()));
					document.activeElement.blur();
					return window.wanted.size;
					""");
		for (long left = Long.parseLong(String.valueOf(wanted)) + 10; left > 0; left--) {
			new Actions(this.browser.driver()).sendKeys(Keys.TAB).perform();
			this.browser.script("""
					const at = document.activeElement;
					if (at !== document.body && getComputedStyle(at).outlineStyle === "none") {
						throw new Error(`Nothing shows that this has the focus: ${at.outerHTML}`);
					}
					window.wanted.delete(at);
					""");
		}
		assertThat(this.browser.script("return [...window.wanted].map(({ outerHTML }) => outerHTML)"))
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.isEmpty();
	}

	@Test
	void tryWhenTheKeyboardIsAllThereIsShouldSend() {
		this.session.open("matrix");
		press(Keys.TAB, Keys.ENTER);
		assertThat(focused()).isEqualTo("main");
		this.session.open("matrix");
		// Past the link that skips the views, to the second of them.
		press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);
		this.browser.find("#view-try:not([hidden])");
		this.browser.find("#try-path").sendKeys(Keys.ENTER);
		assertThat(this.lab.tried()).contains("GET /");
	}

	private String focused() {
		return String.valueOf(this.browser.script("return document.activeElement.id"));
	}

	private void press(CharSequence... keys) {
		for (CharSequence key : keys) {
			new Actions(this.browser.driver()).sendKeys(key).perform();
		}
	}

	private void settled(String view) {
		this.session.open(view);
		if (view.equals("try")) {
			this.browser.find("#try-explain").click();
			this.lab.tried();
		}
		if (view.equals("console")) {
			this.browser.find("#console-example").click();
			this.lab.explained();
		}
		if (view.equals("edge")) {
			this.browser.find(".file pre");
		}
		if (view.equals("matrix")) {
			this.lab.openMatrix();
			this.lab.send(false);
		}
	}

}
