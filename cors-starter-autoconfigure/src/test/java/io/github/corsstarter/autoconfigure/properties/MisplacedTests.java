package io.github.corsstarter.autoconfigure.properties;

import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands where something else belongs is one mistake, and told as that.
 */
class MisplacedTests {

	private static final String POLICY = """
			      paths: [/api/**]
			      allowed-origins: ["https://shop.example.com"]
			""";

	@Test
	void startWhenNameIsForgottenShouldSayWhichLinesToIndent() {
		assertThat(Start.with("""
				cors:
				  policies:
				    # The shop.
				    paths:
				      - /api/**
				    allowed-origins:
				      - https://shop.example.com
				    allowed-methods: [GET, PUT]
				    allow-credentials: true
				    max-age: 1h
				""").findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.INVALID_POLICY_NAME);
			assertThat(finding.property()).isEqualTo("cors.policies.paths");
			assertThat(finding.message())
				.isEqualTo("stands where a policy's name belongs: indent lines 4 to 10 below a name");
			assertThat(finding.advice()).isEqualTo("Write a name of your own above them, as \"storefront:\".");
		});
	}

	@Test
	void startWhenKeysAreNotIndentedShouldNameThePolicyAboveThem() {
		assertThat(Start.with("""
				cors:
				  policies:
				    shop:
				    paths: [/api/**]
				    allow-origins: ["https://shop.example.com"]
				    partner:
				      paths: [/partner/**]
				      allowed-origins: ["https://partner.example.com"]
				""").findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.message())
				.isEqualTo("stands where a policy's name belongs: indent lines 4 to 5 below a name");
			assertThat(finding.advice()).isEqualTo("Write them two spaces further in than \"shop:\".");
		});
	}

	@Test
	void startWhenOneKeyIsNotIndentedShouldSayWhichLine() {
		assertThat(Start.with("cors:\n  policies:\n    shop:\n" + POLICY + "    max-age: 1h\n").findings())
			.singleElement()
			.returns("stands where a policy's name belongs: indent line 6 below a name", Finding::message);
	}

	@Test
	void startWhenNameIsForgottenInPropertiesShouldSayWhereItGoes() {
		assertThat(new Start().file("application.properties", "cors.policies.paths=/api/**\ncors.policies.max-age=1h\n")
			.findings()).singleElement()
			.returns("stands where a policy's name belongs", Finding::message)
			.returns("Write a name in front of it, as \"cors.policies.storefront.paths\".", Finding::advice);
	}

	@Test
	void startWhenPolicyHasTheNameOfAKeyShouldTakeIt() {
		assertThat(Start.with("cors:\n  policies:\n    mode:\n" + POLICY).findings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'[/api/**]', cors.policies[/api/**]", "/api/**, cors.policies[/api/**]", "/**, cors.policies[/**]",
			"/v1.0/orders, cors.policies[/v1.0/orders]" })
	void startWhenNameIsAPathShouldSaySo(String name, String property) {
		assertThat(Start.with("cors:\n  policies:\n    \"" + name + "\":\n" + POLICY).findings()).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(Rule.INVALID_POLICY_NAME);
				assertThat(finding.property()).isEqualTo(property);
				assertThat(finding.message()).startsWith("looks like a path");
				assertThat(finding.source()).contains("application.yml] - 4:");
			});
	}

	@ParameterizedTest
	@CsvSource({ "CORS_POLICIES_MY_API_MAXAGE, 1h, CORS_POLICIES_MYAPI_MAXAGE",
			"CORS_POLICIES_MY_API_MAX_AGE, 1h, CORS_POLICIES_MYAPI_MAXAGE",
			"CORS_POLICIES_MY_API_ALLOWEDORIGINS_0, https://a.example.com, CORS_POLICIES_MYAPI_ALLOWEDORIGINS_0" })
	void startWhenVariableSplitsANameShouldSayHowToWriteIt(String variable, String value, String meant) {
		assertThat(Start.with("cors:\n  policies:\n    my-api:\n" + POLICY).variable(variable, value).findings())
			.singleElement()
			.returns(Rule.UNKNOWN_PROPERTY, Finding::rule)
			.returns("environment variable " + variable, Finding::source)
			.returns("Did you mean my-api? Write " + meant + ".", Finding::advice);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					allowed-origins: "http://a.example http://b.example"  | Separate origins by commas: ["http://a.example", "http://b.example"].
					allowed-origins: ["http://a.example; http://b.example"] | Separate origins by commas: ["http://a.example", "http://b.example"].
					allowed-headers: "Authorization; Content-Type"        | Separate names by commas: [Authorization, Content-Type].
					exposed-headers: "ETag Link"                          | Separate names by commas: [ETag, Link].
					allowed-methods: "GET;PUT"                            | Separate methods by commas: [GET, PUT].
					allowed-headers: "X-A: 1"                             | Write one name an entry, as [Authorization, X-Trace].
					""")
	void startWhenEntryHoldsSeveralShouldSayToSeparateByCommas(String line, String advice) {
		String policy = line.startsWith("allowed-origins") ? "      paths: [/api/**]\n" : POLICY;
		assertThat(Start.with("cors:\n  policies:\n    shop:\n" + policy + "      " + line + "\n").findings())
			.singleElement()
			.returns(advice, Finding::advice);
	}

}
