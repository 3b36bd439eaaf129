package io.github.corsstarter.scan;

import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.scan.judge.Effect;
import io.github.corsstarter.scan.judge.ScanRule;
import io.github.corsstarter.scan.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of whole scans through a proxy with one switch for each fault.
 */
class FaultTests {

	@Test
	void scanWhenNothingIsWrongShouldFindNothing() {
		try (Deployment site = new Deployment(Sites.APPLICATION::answer)) {
			ScanReport report = Sites.scan(site.uri());
			assertThat(report.findings()).as(report.toText()).isEmpty();
			assertThat(report.toText()).contains("agrees").doesNotContain("DRIFT");
		}
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void scanShouldFindFaultAndNothingElse(Fault fault) {
		try (Deployment site = new Deployment((call) -> fault.answer(call, Sites.APPLICATION::answer))) {
			ScanReport report = Sites.scan(site.uri());
			assertThat(found(report)).as(report.toText()).containsExactly(fault.rule() + " " + fault.effect());
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			HEADERS_STRIPPED, PREFLIGHT_REDIRECTED
			HEADERS_STRIPPED, PREFLIGHT_UNAUTHORIZED
			HEADERS_STRIPPED, VARY_STRIPPED
			HEADERS_DOUBLED, MAX_AGE_CHANGED
			HEADERS_DOUBLED, METHODS_WIDER
			HEADERS_DOUBLED, VARY_OVERWRITTEN
			ORIGIN_MISSING, EDGE_ANSWERS
			ORIGIN_MISSING, METHODS_NARROWER
			VARY_STRIPPED, MATCHED_BY_PART
			VARY_OVERWRITTEN, PREFLIGHT_CHALLENGED
			CACHED, EXPOSED_DROPPED
			EDGE_ANSWERS, ERRORS_BARE
			EDGE_ANSWERS, CREDENTIALS_ADDED
			PREFLIGHT_FAILING, VARY_STRIPPED
			PREFLIGHT_FORBIDDEN, NULL_TRUSTED
			REFLECTED, MAX_AGE_CHANGED
			REFLECTED_ON_PREFLIGHTS, METHODS_WIDER
			NULL_TRUSTED, MATCHED_LOCALHOST
			MATCHED_BY_BARE_DOT, HEADERS_WIDER
			METHODS_WIDER, HEADERS_WIDER
			METHODS_NARROWER, HEADERS_NARROWER
			CREDENTIALS_DROPPED, EXPOSED_WIDER
			UNGOVERNED_ANSWERS, MAX_AGE_CHANGED
			UNGOVERNED_ANSWERS_EVERYONE, VARY_STRIPPED
			""")
	void scanWhenTwoThingsAreWrongShouldFindBoth(Fault inner, Fault outer) {
		try (Deployment site = new Deployment(
				(call) -> outer.answer(call, (upstream) -> inner.answer(upstream, Sites.APPLICATION::answer)))) {
			ScanReport report = Sites.scan(site.uri());
			assertThat(found(report)).as(report.toText())
				.containsExactlyInAnyOrder(inner.rule() + " " + inner.effect(), outer.rule() + " " + outer.effect());
		}
	}

	private static Set<String> found(ScanReport report) {
		return report.findings()
			.stream()
			.map((finding) -> found(finding.rule(), finding.effect()))
			.collect(Collectors.toSet());
	}

	private static String found(ScanRule rule, Effect effect) {
		return rule + " " + effect;
	}

}
