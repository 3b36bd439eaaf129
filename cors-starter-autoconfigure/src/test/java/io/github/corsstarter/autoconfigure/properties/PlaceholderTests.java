package io.github.corsstarter.autoconfigure.properties;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that placeholders bring in from elsewhere.
 */
class PlaceholderTests {

	private static final String POLICY = """
			cors:
			  policies:
			    shop:
			      paths: [/api/**]
			      allowed-origins: %s
			""";

	@ParameterizedTest
	@ValueSource(strings = { "[\"${origins}\"]", "${origins}", "[\"${origins}\", \"https://c.example.com\"]",
			"[\"https://c.example.com\", \"${origins}\"]",
			"[\"${none:https://a.example.com,https://b.example.com}\"]" })
	void startWhenPlaceholderHoldsSeveralShouldSplitThemAtCommas(String origins) {
		start(origins).variable("ORIGINS", "https://a.example.com, https://b.example.com,")
			.run((context) -> assertThat(
					context.getBean(CorsEngine.class).policySet().policies().get(0).resolved().allowedOrigins())
				.contains("https://a.example.com", "https://b.example.com")
				.allMatch((origin) -> origin.matches("https://[abc]\\.example\\.com")));
	}

	@Test
	void startWhenEntryBehindAPlaceholderIsWrongShouldNameItsOwnPlace() {
		assertThat(start("[\"${origins}\", \"https://c.example.com/\"]")
			.variable("ORIGINS", "https://a.example.com,https://b.example.com/")
			.findings()).satisfiesExactly((first) -> {
				assertThat(first.property()).isEqualTo("cors.policies.shop.allowed-origins[0]");
				assertThat(first.value()).isEqualTo("https://b.example.com/");
				assertThat(first.source()).endsWith("application.yml] - 5:25");
			}, (second) -> {
				assertThat(second.property()).isEqualTo("cors.policies.shop.allowed-origins[1]");
				assertThat(second.source()).endsWith("application.yml] - 5:39");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			["${FRONTEND_URL}"]         | ${FRONTEND_URL}         | FRONTEND_URL | FRONTEND_URL
			${FRONTEND_URL}             | ${FRONTEND_URL}         | FRONTEND_URL | FRONTEND_URL
			["https://${frontend.host}"] | https://${frontend.host} | frontend.host | FRONTEND_HOST
			["${my-app.front-end}"]     | ${my-app.front-end}     | my-app.front-end | MYAPP_FRONTEND
			""")
	void startWhenPlaceholderIsNotResolvedShouldNameTheVariable(String origins, String value, String name,
			String variable) {
		assertThat(start(origins).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.UNRESOLVED_PLACEHOLDER);
			assertThat(finding.property()).startsWith("cors.policies.shop.allowed-origins");
			assertThat(finding.value()).isEqualTo(value);
			assertThat(finding.message()).isEqualTo("is a placeholder that is not resolved: " + name + " is not set");
			assertThat(finding.advice()).contains("the variable " + variable + " in the environment");
			assertThat(finding.source()).contains("application.yml] - 5:");
		});
	}

	/**
	 * Whatever list a URL was written into, and whichever key is no key at all.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "allowed-origins", "paths", "allowed-methods", "allowed-headers", "exposed-headers",
			"accept", "allow-origins", "mode", "max-age" })
	void startWhenUrlHoldsAResolvedPasswordShouldMaskItInTheReport(String key) {
		for (String url : new String[] { "https://user:${db.password}@shop.example.com",
				"https://user:${db.password}@shop.example.com/",
				"[\"https://user:${db.password}@shop.example.com\"]" }) {
			String report = Start.with("""
					cors:
					  policies:
					    shop:
					      %s: %s
					""".formatted(key, url)).variable("DB_PASSWORD", "hun/ter2").report();
			assertThat(report).contains(key).doesNotContain("hun", "ter2");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"${EMPTY}\"]", "${EMPTY}", "[\"${UNSET:}\"]", "\"${UNSET:}\"", "[\"${COMMAS}\"]" })
	void startWhenPlaceholderResolvesToNothingShouldSaySo(String origins) {
		assertThat(start(origins).variable("EMPTY", "").variable("COMMAS", " , ").findings()).singleElement()
			.returns(Rule.UNRESOLVED_PLACEHOLDER, Finding::rule)
			.satisfies((finding) -> assertThat(finding.message()).contains("resolves to nothing"));
	}

	@Test
	void startWhenEntryIsWrittenEmptyShouldTakeItForNull() {
		assertThat(start("[\"\", null]").findings()).extracting(Finding::rule)
			.containsExactly(Rule.UNQUOTED_NULL, Rule.UNQUOTED_NULL);
	}

	@Test
	void startWhenListThatMayBeEmptyResolvesToNothingShouldTakeItForEmpty() {
		assertThat(start("[https://a.example.com]\n      allowed-headers: ${HEADERS:}").findings()).isEmpty();
	}

	@Test
	void startWhenDefaultsHoldThePlaceholderShouldNameThem() {
		List<Finding> findings = Start
			.with("cors:\n  defaults:\n    allowed-origins: [\"${X}\"]\n  policies:\n    shop:\n      paths: [/a]\n")
			.findings();
		assertThat(findings).extracting(Finding::property).contains("cors.defaults.allowed-origins[0]");
		assertThat(findings).extracting(Finding::rule).containsOnly(Rule.UNRESOLVED_PLACEHOLDER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "allow-credentials", "max-age", "mode" })
	void startWhenOneValueIsNotResolvedShouldNameTheVariable(String key) {
		assertThat(start("[https://a.example.com]\n      " + key + ": ${my.value}").findings()).singleElement()
			.returns(Rule.UNRESOLVED_PLACEHOLDER, Finding::rule)
			.satisfies((finding) -> assertThat(finding.advice()).contains("MY_VALUE"));
	}

	private static Start start(String origins) {
		return Start.with(POLICY.formatted(origins));
	}

}
