package io.github.corsstarter.scan.report;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.text.Printable;

/**
 * Bits of text that reports share.
 */
final class Columns {

	private Columns() {
	}

	static String padded(String text, int width) {
		return text + " ".repeat(Math.max(0, width - text.length()));
	}

	static String count(int count, String noun) {
		return count + " " + noun + ((count == 1) ? "" : noun.endsWith("y") ? "" : "s");
	}

	/**
	 * Says how many requests there are, with the most frequent methods first.
	 */
	static String requests(Map<String, Integer> requests) {
		int all = requests.values().stream().mapToInt(Integer::intValue).sum();
		String methods = requests.entrySet()
			.stream()
			.map((entry) -> entry.getValue() + " " + entry.getKey())
			.collect(Collectors.joining(", "));
		return count(all, "request") + (methods.isEmpty() ? "" : " (" + methods + ")");
	}

	static String seconds(Duration duration) {
		return Math.max(1, Math.round(duration.toMillis() / 1000.0)) + " s";
	}

	/**
	 * Returns the text without anything that a terminal acts on.
	 */
	static String clean(String text) {
		return Printable.of(text, Math.max(text.length(), 3));
	}

}
