package io.github.corsstarter.cli.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.scan.report.SarifLog;

/**
 * Findings in the format in which code hosts show them at a line.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF
 * 2.1.0</a>
 */
public final class SarifReport {

	private SarifReport() {
	}

	/**
	 * Writes a report.
	 * @param findings what was found
	 * @param version this tool's version
	 * @param notAsked the rules that only a running application answers
	 * @return JSON
	 */
	public static String of(List<FindingDescriptor> findings, String version, List<String> notAsked) {
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "cors-starter-check");
		driver.put("version", version);
		driver.put("rules", Arrays.stream(Rule.values()).map(SarifReport::rule).toList());
		return Json.write(
				SarifLog.of(driver, findings.stream().map(SarifReport::result).toList(), Map.of("notAsked", notAsked)));
	}

	private static Map<String, Object> rule(Rule rule) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", rule.id());
		json.put("helpUri", rule.address());
		json.put("defaultConfiguration", Map.of("level", rule.severity().code()));
		return json;
	}

	private static Map<String, Object> result(FindingDescriptor finding) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("ruleId", finding.rule());
		result.put("level", finding.severity());
		String value = finding.value().isEmpty() ? "" : ": \"" + finding.value() + "\"";
		result.put("message",
				Map.of("text", finding.property() + value + " " + finding.message() + ". " + finding.advice()));
		if (finding.accepted() != null) {
			result.put("suppressions", List.of(Map.of("kind", "inSource")));
		}
		result.put("locations", SarifLog.locations(finding.source(), finding.property()));
		return result;
	}

}
