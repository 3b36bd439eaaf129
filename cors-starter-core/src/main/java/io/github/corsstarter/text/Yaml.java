package io.github.corsstarter.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes values as {@code application.yml} has them, for advice that can be copied.
 */
public final class Yaml {

	/** Most entries of a list that is written out. */
	private static final int MAX_ENTRIES = 8;

	private Yaml() {
	}

	/**
	 * Writes a text, in quotes where YAML might take it for something else.
	 * @param text a text of visible characters, not empty
	 * @return the text as a value
	 */
	public static String value(String text) {
		return isPlain(text) ? text : '"' + text + '"';
	}

	/**
	 * Writes a list with more entries added, unless the list is long.
	 * @param entries the entries that are there
	 * @param added the entries to add
	 * @return the list behind a colon, or the empty text
	 */
	public static String list(List<String> entries, List<String> added) {
		if (entries.size() >= MAX_ENTRIES || entries.contains("*")) {
			return "";
		}
		List<String> values = new ArrayList<>();
		entries.forEach((entry) -> values.add(value(entry)));
		added.forEach((entry) -> values.add(value(entry)));
		return ": [" + String.join(", ", values) + "]";
	}

	private static boolean isPlain(String text) {
		return switch (text) {
			// Booleans and nothing, to YAML.
			case "null", "true", "false", "yes", "no", "on", "off", "y", "n" -> false;
			default -> Character.isLetter(text.charAt(0))
					&& text.chars().allMatch((c) -> c == '-' || c == '_' || Character.isLetterOrDigit(c));
		};
	}

}
