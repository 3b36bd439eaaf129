package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One start tells of every mistake, and of nothing that only follows from one.
 */
class ManyMistakesTests {

	// Each comment is the rule that its line breaks.
	private static final String THIRTY_MISTAKES = """
			cors:
			  preflight-status: 302 # invalid-value
			  debug: yep # invalid-value
			  fail-on: fatal # invalid-value
			  filter-order: first # invalid-value
			  enable: true # unknown-property
			  allowed-origins: https://a.example.com # unknown-property
			  refusals:
			    capacity: 0 # invalid-value
			    size: 3 # unknown-property
			  defaults:
			    max-age: 2d # max-age-out-of-range
			    paths: [/api/**] # unknown-property
			    allowed-headers: [Vary] # misplaced-header
			  policies:
			    text: https://a.example.com # invalid-value
			    store-front:
			      paths:
			        - /api/**
			        - /v/{x:[0-9]+} # invalid-path
			        - api # invalid-path
			        - /twice
			      allow-origins: https://shop.example.com # unknown-property
			      allow-credentials: yep # invalid-value
			      allowed-methods:
			        - TRACE # forbidden-method
			        - GE T # invalid-method
			      max-age: soon # invalid-value
			    partner:
			      paths: [/partner/**, /twice] # duplicate-path
			      allowed-origin-patterns: https://*.example.com # unknown-property
			      allowed-origins:
			        - https://shop.example.com/ # invalid-origin
			        - null # unquoted-null
			        - "*" # any-origin-with-credentials
			        - "null" # null-origin-with-credentials
			        - http://shop.example.com # insecure-origin-with-credentials
			      allow-credentials: true
			      mode: denny # invalid-value
			      on-refusal: drop # invalid-value
			      exposed-headers:
			        - Set-Cookie # forbidden-response-header
			        - "*" # any-exposed-header-with-credentials
			        - Origin # misplaced-header
			    Part_Ner:
			      max-age: 30m # duplicate-policy
			""";

	@Test
	void startWhenThirtyLinesAreWrongShouldReportEachWithItsLine() {
		List<String> expected = new ArrayList<>();
		List<String> lines = THIRTY_MISTAKES.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			int comment = lines.get(i).indexOf(" # ");
			if (comment > 0) {
				expected.add((i + 1) + " " + lines.get(i).substring(comment + 3));
			}
		}
		assertThat(expected).hasSizeGreaterThanOrEqualTo(30);
		assertThat(Start.with(THIRTY_MISTAKES)
			.findings()
			.stream()
			.map((finding) -> line(String.valueOf(finding.source())) + " " + finding.rule().id())).isEqualTo(expected);
	}

	private static String line(String source) {
		return source.substring(source.lastIndexOf(" - ") + 3, source.lastIndexOf(':'));
	}

}
