package io.github.corsstarter.autoconfigure.properties;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How files, profiles, variables and arguments make policies.
 */
class BindingTests {

	private static final String BASE = """
			cors:
			  defaults:
			    max-age: 1h
			    allowed-headers: [Authorization]
			  policies:
			    public-api:
			      paths: [/api/**]
			      allowed-origins: ["https://shop.example.com", "https://www.example.com"]
			""";

	@Test
	void startWhenProfileSetsOneKeyShouldKeepTheOthers() {
		Start start = Start.with(BASE)
			.file("application-test.yml", "cors.policies.public-api.allowed-origins: [\"https://test.example.com\"]")
			.property("spring.profiles.active=test");
		assertThat(policy(start).allowedOrigins()).containsExactly("https://test.example.com");
		assertThat(policy(start).paths()).containsExactly("/api/**");
	}

	@Test
	void startWhenProfileSpellsTheNameOtherwiseShouldMerge() {
		Start start = Start.with(BASE)
			.file("application-test.yml", "cors.policies.publicApi.max-age: 5m")
			.property("spring.profiles.active=test");
		assertThat(policies(start)).singleElement().satisfies((policy) -> {
			assertThat(policy.name()).isEqualTo("public-api");
			assertThat(policy.maxAge()).isEqualTo(Duration.ofMinutes(5));
		});
	}

	@Test
	void startWhenProfileBracketsTheNameShouldMergeAllTheSame() {
		Start start = Start.with(BASE)
			.file("application-test.yml", "cors:\n  policies:\n    \"[public_api]\":\n      max-age: 5m\n")
			.property("spring.profiles.active=test");
		assertThat(policy(start).maxAge()).isEqualTo(Duration.ofMinutes(5));
		assertThat(policy(start).paths()).containsExactly("/api/**");
	}

	@Test
	void sourceWhenProfileBracketsTheNameShouldBeThatOfTheProfile() {
		Start.with(BASE)
			.file("application-test.yml", """
					cors:
					  policies:
					    "[public_api]":
					      max-age: 1h
					      allowed-origins: [https://a.example.com, https://b.example.com/]
					""")
			.property("spring.profiles.active=test")
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.satisfies((finding) -> {
					assertThat(finding.property()).isEqualTo("cors.policies.public-api.allowed-origins[1]");
					assertThat(finding.source()).endsWith("application-test.yml] - 5:48");
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "defaults", "refusals", "lab" })
	void startWhenSectionHasAValueShouldSayWhere(String section) {
		assertThat(Start.with(BASE.replace("defaults:", "other:")).property("cors." + section + "=nonsense").findings())
			.anySatisfy((finding) -> {
				assertThat(finding.property()).isEqualTo("cors." + section);
				assertThat(finding.message()).contains("keys of its own");
				assertThat(finding.source()).contains("cors." + section);
			});
	}

	@Test
	void startWhenVariableSetsOneKeyShouldOverrideUnderTheNameInYaml() {
		Start start = Start.with(BASE).variable("CORS_POLICIES_PUBLICAPI_MAXAGE", "10m");
		assertThat(policy(start).name()).isEqualTo("public-api");
		assertThat(policy(start).maxAge()).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void startWhenVariableSetsAListShouldReplaceAllOfIt() {
		Start start = Start.with(BASE).variable("CORS_POLICIES_PUBLICAPI_ALLOWEDORIGINS_0", "https://a.example.com");
		assertThat(policy(start).allowedOrigins()).containsExactly("https://a.example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0", "100001", "2147483647" })
	void startWhenCapacityIsOutOfRangeShouldSaySo(String capacity) {
		assertThat(Start.with(BASE).property("cors.refusals.capacity=" + capacity).findings()).singleElement()
			.returns(Rule.INVALID_VALUE, Finding::rule)
			.returns("cors.refusals.capacity", Finding::property)
			.returns(capacity, Finding::value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "100000" })
	void startWhenCapacityIsInRangeShouldTakeIt(String capacity) {
		assertThat(Start.with(BASE).property("cors.refusals.capacity=" + capacity).findings()).isEmpty();
	}

	@Test
	void startWhenLabIsConfiguredShouldKnowItsKeys() {
		assertThat(Start.with(BASE + "  lab:\n    enabled: true\n    path: /dev/lab.1\n    allow-remote: true\n")
			.findings()).isEmpty();
		assertThat(Start.with(BASE + "  lab:\n    allow-remotes: true\n").findings()).singleElement()
			.returns(Rule.UNKNOWN_PROPERTY, Finding::rule)
			.satisfies((finding) -> assertThat(finding.advice()).contains("allow-remote"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "lab", "/", "/lab/", "//lab", "/lab//x", "/../lab", "/a/..", "/.lab", "/l*b", "/{lab}",
			"/l b", "/lab;x", "/l%61b", "/läb", "/lab?x", "''" })
	void startWhenLabPathHasOtherSpellingsShouldSaySo(String path) {
		assertThat(Start.with(BASE + "  lab.path: \"" + path + "\"\n").findings()).singleElement()
			.returns(Rule.INVALID_VALUE, Finding::rule)
			.returns("cors.lab.path", Finding::property)
			.returns(path, Finding::value);
	}

	@Test
	void startWhenVariableIsNoKeyShouldIgnoreIt() {
		assertThat(Start.with(BASE).variable("CORS_ALLOWED_ORIGINS", "https://a.example.com").findings()).isEmpty();
	}

	@Test
	void startWhenArgumentIsWrongShouldNameIt() {
		assertThat(Start.with(BASE).argument("--cors.policies.public-api.max-age=soon").findings()).singleElement()
			.extracting(Finding::property, Finding::value, Finding::source)
			.containsExactly("cors.policies.public-api.max-age", "soon",
					"command line argument --cors.policies.public-api.max-age");
	}

	@Test
	void startWhenVariableIsWrongShouldNameIt() {
		assertThat(Start.with(BASE).variable("CORS_DEBUG", "maybe").findings()).singleElement()
			.extracting(Finding::property, Finding::value, Finding::source)
			.containsExactly("cors.debug", "maybe", "environment variable CORS_DEBUG");
	}

	@Test
	void startWhenPolicyDoesNotSetAKeyShouldTakeTheDefault() {
		assertThat(policy(Start.with(BASE)).maxAge()).isEqualTo(Duration.ofHours(1));
		assertThat(policy(Start.with(BASE)).allowedHeaders()).containsExactly("authorization");
		assertThat(policy(Start.with(BASE)).allowedMethods()).containsExactly("GET", "HEAD", "POST");
	}

	@Test
	void startWhenListIsEmptyShouldTakeNoDefault() {
		assertThat(policy(Start.with(BASE + "      allowed-headers: []\n")).allowedHeaders()).isEmpty();
	}

	@Test
	void startWhenTimeHasNoUnitShouldReadSeconds() {
		assertThat(policy(Start.with(BASE + "      max-age: 1800\n")).maxAge()).isEqualTo(Duration.ofMinutes(30));
		assertThat(policy(Start.with(BASE.replace("1h", "90"))).maxAge()).isEqualTo(Duration.ofSeconds(90));
	}

	@Test
	void startWhenProfileTurnsPolicyOffShouldLeaveItOut() {
		Start start = Start.with(BASE)
			.file("application-test.yml", "cors.policies.public-api.mode: off")
			.property("spring.profiles.active=test");
		assertThat(policies(start)).isEmpty();
	}

	@Test
	void startWhenModeIsWrittenInWordsShouldReadIt() {
		assertThat(policy(Start.with(BASE + "      mode: report-only\n")).mode()).isEqualTo(PolicyMode.REPORT_ONLY);
	}

	@Test
	void startWhenDisabledShouldCheckNothing() {
		Start start = Start.with(BASE + "      allow-origins: x\n").property("cors.enabled=false");
		assertThat(policies(start)).isEmpty();
		assertThat(start.findings()).isEmpty();
	}

	@Test
	void startWhenSectionsAreEmptyShouldTakeThemForNotWritten() {
		assertThat(Start.with("cors:\n  defaults:\n  refusals:\n  policies:\n").findings()).isEmpty();
	}

	@Test
	void startWhenPolicyIsEmptyShouldReportWhatItLacks() {
		assertThat(Start.with("cors:\n  policies:\n    shop:\n").findings()).extracting(Finding::rule)
			.containsExactly(Rule.NO_PATHS, Rule.NO_ORIGINS);
	}

	@Test
	void startWhenDefaultIsWrongShouldReportItOnce() {
		String two = BASE + """
				    shop:
				      paths: [/shop/**]
				      allowed-origins: ["https://shop.example.com"]
				""";
		assertThat(Start.with(two.replace("Authorization", "Vary")).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.property()).isEqualTo("cors.defaults.allowed-headers[0]");
			assertThat(finding.message()).endsWith("(taken over by public-api, shop)");
		});
	}

	@Test
	void startWhenPoliciesAreAListShouldSayThatTheyAreAMap() {
		assertThat(Start.with("cors:\n  policies:\n    - paths: [/api/**]\n").findings()).singleElement()
			.extracting(Finding::rule, Finding::property)
			.containsExactly(Rule.INVALID_VALUE, "cors.policies[0]");
	}

	@ParameterizedTest
	@CsvSource({ "cors.debug, .on=true, takes one value", "cors.policies.public-api.mode, .now=deny, takes one value",
			"cors.policies.public-api.allowed-methods, .first=GET, takes a list",
			"cors.policies.public-api.allowed-methods, [0].name=GET, takes a list" })
	void startWhenValueHasKeysBelowItShouldSayWhatItTakes(String property, String below, String message) {
		assertThat(Start.with(BASE).property(property + below).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.INVALID_VALUE);
			assertThat(finding.property()).isEqualTo(property);
			assertThat(finding.message()).endsWith(message);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2147483648" })
	void startWhenListHasAGapShouldReportTheEntryBehindIt(String index) {
		String property = "cors.policies.public-api.allowed-methods[" + index + "]";
		assertThat(Start.with(BASE).property(property + "=GET").findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.property()).isEqualTo(property);
			assertThat(finding.key().name()).isEqualTo("allowed-methods");
			assertThat(finding.message()).contains("missing");
		});
	}

	@Test
	void sourceWhenAskedForAValueShouldSayWhereItStands() {
		Start.with(BASE).variable("CORS_POLICIES_PUBLICAPI_ALLOWEDMETHODS", "GET,PUT").run((context) -> {
			PropertyLocator locator = context.getBean(PropertyLocator.class);
			assertThat(locator.locate("public-api", "allowed-origins")).endsWith("application.yml] - 8:25");
			assertThat(locator.locate("public-api", "allowed-methods"))
				.isEqualTo("environment variable CORS_POLICIES_PUBLICAPI_ALLOWEDMETHODS");
			assertThat(locator.property("public-api", "allowed-headers")).isEqualTo("cors.defaults.allowed-headers");
			assertThat(locator.locate("public-api", "allowed-headers")).endsWith("application.yml] - 4:23");
			assertThat(locator.locate("public-api", "")).endsWith("application.yml] - 7:15");
			assertThat(locator.locate("public-api", "mode")).endsWith("application.yml] - 7:15");
			assertThat(locator.locate("unwritten", "mode")).isNull();
		});
	}

	private static ResolvedPolicy policy(Start start) {
		return policies(start).get(0);
	}

	private static List<ResolvedPolicy> policies(Start start) {
		List<ResolvedPolicy> policies = new ArrayList<>();
		start.run((context) -> context.getBean(CorsEngine.class)
			.policySet()
			.policies()
			.stream()
			.map(CorsPolicy::resolved)
			.forEach(policies::add));
		return policies;
	}

}
