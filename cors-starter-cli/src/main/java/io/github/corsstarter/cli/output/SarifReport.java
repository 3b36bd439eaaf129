package io.github.corsstarter.cli.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.scan.report.SourcePlace;
import org.jspecify.annotations.Nullable;

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
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("results", findings.stream().map(SarifReport::result).toList());
		run.put("columnKind", "utf16CodeUnits");
		run.put("properties", Map.of("notAsked", notAsked));
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
		report.put("version", "2.1.0");
		report.put("runs", List.of(run));
		return Json.write(report);
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
		result.put("locations", List.of(location(finding)));
		return result;
	}

	private static Map<String, Object> location(FindingDescriptor finding) {
		Map<String, Object> location = new LinkedHashMap<>();
		Map<String, Object> physical = physicalLocation(finding.source());
		if (physical != null) {
			location.put("physicalLocation", physical);
		}
		location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", finding.property())));
		return location;
	}

	private static @Nullable Map<String, Object> physicalLocation(@Nullable String source) {
		SourcePlace place = SourcePlace.of(source);
		if (place == null) {
			return null;
		}
		Map<String, Object> physical = new LinkedHashMap<>();
		physical.put("artifactLocation", Map.of("uri", place.uri()));
		physical.put("region", (place.column() == 0) ? Map.of("startLine", place.line())
				: Map.of("startLine", place.line(), "startColumn", place.column()));
		return physical;
	}

}
