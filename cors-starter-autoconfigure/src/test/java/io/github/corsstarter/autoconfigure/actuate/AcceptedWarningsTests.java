package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Warnings that are meant: {@code accept} in a policy or in the defaults.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class AcceptedWarningsTests {

	private static final String POLICIES = """
			cors:
			  fail-on: warning
			  policies:
			    shop:
			      paths: [/shop/**]
			      allowed-origins: ["https://shop.example.com"]
			      allowed-headers: ["*"]
			    partner:
			      paths: [/partner/**]
			      allowed-origins: ["https://partner.example.com"]
			      allowed-headers: [Origin, "*"]
			""";

	@Test
	void startWhenPolicyAcceptsAWarningShouldStopForThoseOfOthersOnly() {
		assertThat(Start.with(POLICIES + "      accept: [any-header]\n").findings()).extracting(Finding::toString)
			.satisfiesExactly((first) -> assertThat(first).contains("[any-header] cors.policies.shop."),
					(second) -> assertThat(second)
						.contains("[forbidden-request-header] cors.policies.partner.allowed-headers[0]"));
	}

	@Test
	void startWhenDefaultsAcceptEveryWarningShouldServeUnderFailOnWarning() {
		Start start = Start.with(POLICIES)
			.property("cors.defaults.accept=any-header,forbidden-request-header,debug-in-production")
			.property("cors.debug=true")
			.property("spring.profiles.active=prod");
		start.run((context) -> assertThat(context).hasNotFailed());
		assertThat(start.findings()).hasSize(4).allMatch(Finding::accepted);
	}

	@Test
	void startWhenPolicyHasAListOfItsOwnShouldNotTakeTheDefaults() {
		assertThat(Start.with(POLICIES + "      accept: []\n")
			.property("cors.defaults.accept=any-header,forbidden-request-header")
			.findings()).extracting(Finding::policy).containsExactly("partner", "partner");
	}

	@Test
	void startWhenOnePolicyAcceptsWhatAllTakeOverShouldStopForTheOther() {
		String inherited = POLICIES.replace("      allowed-headers: [Origin, \"*\"]\n", "      accept: [any-header]\n")
			.replace("      allowed-headers: [\"*\"]\n", "");
		assertThat(Start.with(inherited).property("cors.defaults.allowed-headers=*").findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.message()).endsWith("(taken over by shop)"));
	}

	@ParameterizedTest
	@CsvSource({ "any-headers, is the id of no rule", "ANY_HEADER, is the id of no rule", "'', is the id of no rule",
			"no-origins, 'is the id of an error, which cannot be accepted'" })
	void startWhenIdIsThatOfNoWarningShouldSayWhichAndWhere(String id, String message) {
		String yaml = POLICIES.replace("\"*\"", "X-A").replace("Origin, ", "") + "      accept: [any-header, \"" + id
				+ "\"]\n";
		assertThat(Start.with(yaml).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.INVALID_VALUE);
			assertThat(finding.property()).isEqualTo("cors.policies.partner.accept[1]");
			assertThat(finding.value()).isEqualTo(id);
			assertThat(finding.source()).endsWith("application.yml] - 12:28");
			assertThat(finding.message()).isEqualTo(message);
		});
	}

	@Test
	void logWhenWarningIsAcceptedShouldLeaveItOut(CapturedOutput output) {
		Start.with(POLICIES + "      accept: [any-header]\n")
			.property("cors.fail-on=error")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("[any-header] cors.policies.shop.")
			.contains("[forbidden-request-header] cors.policies.partner.")
			.doesNotContain("[any-header] cors.policies.partner.");
	}

	@Test
	void endpointWhenWarningIsAcceptedShouldShowItAsAccepted() {
		try (EndpointApplication application = EndpointApplication.start(WebApplicationType.SERVLET,
				"management.server.port=0", "management.server.address=127.0.0.1",
				"cors.policies.partner.accept=any-header")) {
			JsonNode finding = EndpointApplication.json(application.endpoint()).get("findings").get(0);
			assertThat(finding.get("rule").asString()).isEqualTo("any-header");
			assertThat(finding.get("accepted").asBoolean()).isTrue();
		}
	}

	@Test
	void startWhenSeveralOriginsAreLocalInProductionShouldTellInOneLine() {
		String local = POLICIES.replace("\"*\"", "X-A")
			.replace("Origin, ", "")
			.replace("\"https://shop.example.com\"",
					"\"https://shop.example.com\", \"http://localhost:3000\", \"http://127.0.0.1:3000\", \"http://[::1]\"");
		assertThat(Start.with(local).property("spring.profiles.active=prod").findings()).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.property()).isEqualTo("cors.policies.shop.allowed-origins[1]");
				assertThat(finding.value()).isEqualTo("http://localhost:3000");
				assertThat(finding.message()).isEqualTo("is the visitor's own machine, as are http://127.0.0.1:3000, "
						+ "http://[::1], and a profile for production is active");
			});
	}

}
