package io.github.corsstarter.scan.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;

/**
 * The report in the format in which code hosts show findings at a line.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF
 * 2.1.0</a>
 */
final class SarifReport {

	private SarifReport() {
	}

	static String of(ScanReport report) {
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "cors-starter-scan");
		driver.put("rules", Arrays.stream(ScanRule.values()).map(SarifReport::rule).toList());
		return Json.write(SarifLog.of(driver, report.findings().stream().map(SarifReport::result).toList(), Map.of()));
	}

	private static Map<String, Object> rule(ScanRule rule) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", rule.id());
		json.put("shortDescription", Map.of("text", rule.title()));
		return json;
	}

	private static Map<String, Object> result(ScanFinding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("ruleId", finding.rule().id());
		json.put("level", level(finding.severity()));
		json.put("message", Map.of("text", finding.request() + ": " + finding.message() + " " + finding.advice()));
		String policy = finding.policy();
		json.put("locations",
				SarifLog.locations(finding.source(), (policy != null) ? "cors.policies." + policy : finding.path()));
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("effect", finding.effect().code());
		properties.put("path", finding.path());
		properties.put("expected", finding.expected());
		properties.put("observed", finding.observed());
		properties.put("curl", finding.curl());
		json.put("properties", properties);
		return json;
	}

	private static String level(ScanSeverity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

}
