package io.github.corsstarter.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.diff.CorsDifference;
import io.github.corsstarter.diff.CorsDifferences;
import io.github.corsstarter.text.Codes;
import picocli.CommandLine.Help.Ansi;

/**
 * Differences for people and for programs.
 */
public final class DifferenceText {

	private DifferenceText() {
	}

	/**
	 * Describes differences.
	 * @param differences the differences
	 * @param ansi whether there are colours
	 * @return a paragraph for each direction
	 */
	public static String of(CorsDifferences differences, Ansi ansi) {
		if (differences.isEmpty()) {
			return "Browsers may do the same.";
		}
		return section(ansi.string("@|bold,red widened|@"), "Browsers may now, and could not before:",
				differences.widened()) + "\n\n"
				+ section(ansi.string("@|bold,yellow narrowed|@"), "Browsers could before, and may not now:",
						differences.narrowed());
	}

	private static String section(String title, String meaning, List<CorsDifference> differences) {
		if (differences.isEmpty()) {
			return title + ": nothing";
		}
		StringBuilder text = new StringBuilder(title).append(" (")
			.append(differences.size())
			.append("). ")
			.append(meaning);
		String heading = "";
		for (CorsDifference difference : differences) {
			String place = difference.policy() + "  " + difference.pattern();
			if (!place.equals(heading)) {
				text.append("\n\n  ").append(place);
				heading = place;
			}
			describe(difference, text);
		}
		return text.toString();
	}

	private static void describe(CorsDifference difference, StringBuilder text) {
		boolean origin = difference.change() == CorsDifference.Change.ORIGIN;
		text.append("\n    ")
			.append(origin ? "origin " : "")
			.append(difference)
			.append((origin && difference.credentials()) ? ", with credentials" : "")
			.append((difference.policyLost() != null) ? "; no policy guards these paths any more" : "");
		text.append("\n        such as ").append(difference.example());
		if (difference.oldSource() != null) {
			text.append("\n        old: ").append(difference.oldSource());
		}
		if (difference.newSource() != null) {
			text.append("\n        new: ").append(difference.newSource());
		}
	}

	/**
	 * Describes differences for programs.
	 * @param differences the differences
	 * @return what is written as JSON
	 */
	public static Map<String, Object> json(CorsDifferences differences) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("widened", differences.widened().stream().map(DifferenceText::json).toList());
		json.put("narrowed", differences.narrowed().stream().map(DifferenceText::json).toList());
		return json;
	}

	private static Map<String, Object> json(CorsDifference difference) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("change", Codes.of(difference.change()));
		json.put("policy", difference.policy());
		json.put("pattern", difference.pattern());
		json.put("origin", difference.origin());
		json.put("method", difference.method());
		json.put("header", difference.header());
		json.put("exposedHeader", difference.exposedHeader());
		json.put("credentials", difference.credentials());
		json.put("policyLost", difference.policyLost());
		json.put("oldSource", difference.oldSource());
		json.put("newSource", difference.newSource());
		json.put("example", difference.example());
		json.values().removeIf((value) -> value == null);
		return json;
	}

}
