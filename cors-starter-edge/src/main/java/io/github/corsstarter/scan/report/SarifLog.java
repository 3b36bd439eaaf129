package io.github.corsstarter.scan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A log file in
 * <a href= "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF
 * 2.1.0</a>, as maps and lists that any writer of JSON takes.
 */
public final class SarifLog {

	private SarifLog() {
	}

	/**
	 * Returns the log of one run.
	 * @param driver what ran, with its rules
	 * @param results what it found
	 * @param properties what else there is to say; may be empty
	 * @return the log
	 */
	public static Map<String, Object> of(Map<String, Object> driver, List<Map<String, Object>> results,
			Map<String, Object> properties) {
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("results", results);
		run.put("columnKind", "utf16CodeUnits");
		if (!properties.isEmpty()) {
			run.put("properties", properties);
		}
		Map<String, Object> log = new LinkedHashMap<>();
		log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
		log.put("version", "2.1.0");
		log.put("runs", List.of(run));
		return log;
	}

	/**
	 * Returns the locations of a result.
	 * @param source where configuration stands, as a finding tells it, or {@code null}
	 * @param name what the result is about, such as a property
	 * @return one location; its place in a file is left out where the source is none
	 */
	public static List<Map<String, Object>> locations(@Nullable String source, String name) {
		Map<String, Object> location = new LinkedHashMap<>();
		SourcePlace place = SourcePlace.of(source);
		if (place != null) {
			Map<String, Object> region = new LinkedHashMap<>();
			region.put("startLine", place.line());
			if (place.column() > 0) {
				region.put("startColumn", place.column());
			}
			Map<String, Object> physical = new LinkedHashMap<>();
			physical.put("artifactLocation", Map.of("uri", place.uri()));
			physical.put("region", region);
			location.put("physicalLocation", physical);
		}
		location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", name)));
		return List.of(location);
	}

}
