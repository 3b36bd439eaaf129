package io.github.corsstarter.scan.report;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.corsstarter.scan.finding.ScanFinding;
import org.jspecify.annotations.Nullable;

/**
 * The report for programs.
 */
final class JsonReport {

	private JsonReport() {
	}

	static String of(ScanReport report) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("target", report.plan().target().toString());
		json.put("policies", report.policies());
		json.put("requests", report.requests());
		json.put("inconclusive", report.inconclusive());
		json.put("findings", report.findings().stream().map(JsonReport::finding).toList());
		return Json.write(json);
	}

	private static Map<String, @Nullable Object> finding(ScanFinding finding) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("rule", finding.rule().id());
		json.put("severity", finding.severity().code());
		json.put("effect", finding.effect().code());
		json.put("policy", finding.policy());
		json.put("pattern", finding.pattern());
		json.put("path", finding.path());
		json.put("origin", finding.origin());
		json.put("method", finding.method());
		json.put("credentials", finding.credentials());
		json.put("expected", finding.expected());
		json.put("observed", finding.observed());
		json.put("message", finding.message());
		json.put("advice", finding.advice());
		json.put("source", finding.source());
		json.put("curl", finding.curl());
		return json;
	}

}
