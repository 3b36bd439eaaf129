package io.github.corsstarter.sample.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's view of the policies in force, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabPoliciesTests extends LabPageTests {

	LabPoliciesTests(String stack) {
		super(stack);
	}

	@Test
	void policiesWhenOpenedShouldListAllAndKeepUp() {
		this.session.open("policies");
		assertThat(this.browser.untilText(".cards", (text) -> text.contains("orders"))).contains("catalogue", "admin",
				"http://shop.localhost:*");
		this.session.lab("experiment.js", "module.run(args[0])",
				Experiment.get(origin("late.localhost"), "/api/kept-up-to-date").toScript());
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains(origin("late.localhost"))))
			.contains("origin-not-allowed");
	}

	@Test
	void policiesWhenEndpointFailsShouldOfferAnotherTry() {
		this.session.open("policies");
		this.lab.alterAnswers("throw new Error('the line is down')");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("could not be read")))
			.contains("the line is down", "Try again");
	}

	@Test
	void policiesWhenThereAreNoneShouldSaySo() {
		this.session.open("policies");
		this.lab.alterAnswers("Object.assign(answer, { policies: {}, findings: [], recentRefusals: [] })");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("No policy is in force")))
			.contains("Nothing was refused lately", "Nothing was found");
	}

	@Test
	void policiesWhenThereAreDifferencesShouldShowBothValues() {
		this.session.open("policies");
		this.lab.alterAnswers(
				"""
						Object.assign(answer, { recentDifferences: [{ policy: "orders", pattern: "/api/**",
							header: "Access-Control-Allow-Origin", written: "*", policyValue: "<b>", count: 3,
							lastSeen: new Date().toISOString(), property: "cors.policies.orders.allowed-origins", source: "application.yml - 9:7" }] })""");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("Differences")))
			.contains("Access-Control-Allow-Origin", "<b>", "application.yml - 9:7");
		assertThat(this.browser.violations()).isEmpty();
		this.browser.find("#policies-content table a.property").click();
		assertThat(this.browser.find(".wanted").getText()).contains("cors.policies.orders.allowed-origins");
	}

	@Test
	void policiesWhenAPolicyOnlyReportsShouldSayThatNothingDiffers() {
		this.session.open("policies");
		this.lab.alterAnswers("answer.policies.orders.mode = 'report-only'; answer.recentDifferences = [];");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("Differences")))
			.contains("no difference was seen");
	}

	@Test
	void suggestionWhenThereIsNoOtherConfigurationShouldSaySo() {
		this.session.open("policies");
		this.browser.find("#policies-suggest").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("no other configuration")))
			.isNotBlank();
	}

	@Test
	void suggestionWhenThereIsAnotherConfigurationShouldShowItAsPolicies() {
		this.session.open("policies");
		this.lab.alterAnswers(
				"""
						if (answer.suggestion) {
							answer.suggestion = { yaml: "cors:\\n  policies:\\n    old:\\n", from: [{ kind: "annotation",
								source: "OrderController#list", policy: "old" }], notSaid: [{ source: "filter", why: "it <b>computes" }] };
						}""");
		this.browser.find("#policies-suggest").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("What no policy says")))
			.contains("cors:\n  policies:\n    old:", "annotation: OrderController#list", "filter: it <b>computes");
		assertThat(this.browser.violations()).isEmpty();
	}

}
