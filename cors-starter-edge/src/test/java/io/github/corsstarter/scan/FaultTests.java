package io.github.corsstarter.scan;

import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.report.ScanReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
