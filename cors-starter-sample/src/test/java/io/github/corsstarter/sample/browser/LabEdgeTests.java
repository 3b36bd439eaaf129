package io.github.corsstarter.sample.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's view of the files for the edge, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabEdgeTests extends LabPageTests {

	LabEdgeTests(String stack) {
		super(stack);
	}

	@Test
	void edgeWhenServerIsChosenShouldShowItsFilesAndLosses() {
		this.session.open("edge");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("cors-http.conf")))
			.contains("cors-location.conf", "What is lost", "every policy is said whole");
		assertThat(this.browser.find("#edge-status").getText()).startsWith("exact: ");
		new Select(this.browser.find("#edge-target")).selectByValue("caddy");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("cors.caddy")))
			.doesNotContain("cors-http.conf");
	}

	@Test
	void edgeWhenCopiedOrComparedShouldTakeTheWholeFile() {
		this.session.open("edge");
		this.browser.find(".file pre");
		this.browser
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.browser.find("button[aria-label='Copy cors-location.conf']").click();
		String file = String.valueOf(this.browser.script("return window.copied"));
		assertThat(file).startsWith("# CORS policies for nginx").endsWith("\n");
		this.lab.compare("cors-location.conf", file);
		assertThat(this.browser.untilText(".difference:not(:empty)", (text) -> text.contains("the same"))).isNotBlank();
		this.lab.compare("cors-location.conf",
				"# by hand\n" + file.substring(0, file.lastIndexOf("\n", file.length() - 2)));
		assertThat(this.browser.untilText(".difference:not(:empty)", (text) -> text.contains("It differs")))
			.contains("- # by hand", "…", "+ ");
	}

	@Test
	void edgeWhenSomethingCannotBeSaidShouldSayWhatAndThatItIsRefused() {
		this.session.open("try");
		this.lab.alterAnswers(
				"""
						if (answer.files) {
							Object.assign(answer, { files: [], findings: [{ rule: "edge-path-not-expressible", policy: "orders",
								property: "cors.policies.orders.paths[0]", value: "/<b>", message: "cannot be said", advice: "Change it." }] });
						}""");
		this.browser.script("location.hash = 'edge'");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("edge-path-not-expressible")))
			.contains("cors.policies.orders.paths[0]", "/<b>", "No file");
	}

	@Test
	void edgeWhenADraftIsPastedShouldShowWhatAStartWouldGive() {
		this.session.open("edge");
		this.browser.find(".file pre");
		this.browser.find("#edge-change summary").click();
		this.browser.find("#edge-draft").sendKeys("""
				cors.policies.catalogue:
				  paths: /public/**
				  allowed-origins: https://<b>
				""");
		assertThat(this.browser.untilText("#edge-foretold", (text) -> text.contains("would give nothing")))
			.contains("invalid-origin");
		this.browser.find("#edge-draft").clear();
		this.browser.find("#edge-draft").sendKeys("""
				cors.policies.catalogue:
				  paths: /public/**
				  allowed-origins: https://drafted.example
				""");
		assertThat(this.browser.untilText("#edge-foretold", (text) -> text.contains("cors-http.conf changes")))
			.contains("cors-location.conf", "drafted", "- ", "…");
		assertThat(this.browser.violations()).isEmpty();
	}

}
