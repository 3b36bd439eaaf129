package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Predicate;

import io.github.corsstarter.text.Yaml;

/**
 * What to write in place of one entry that holds several values, separated by something
 * other than commas.
 */
final class Separated {

	private Separated() {
	}

	/**
	 * Returns the advice.
	 * @param entry the entry
	 * @param things what the values are
	 * @param isValue tells a value from other texts
	 * @param otherwise the advice for an entry that does not hold several values
	 */
	static String advice(String entry, String things, Predicate<String> isValue, String otherwise) {
		List<String> values = new ArrayList<>();
		StringTokenizer tokens = new StringTokenizer(entry, " \t;");
		while (tokens.hasMoreTokens()) {
			String token = tokens.nextToken();
			if (!isValue.test(token)) {
				return otherwise;
			}
			values.add(Yaml.value(token));
		}
		return (values.size() > 1) ? "Separate " + things + " by commas: [" + String.join(", ", values) + "]."
				: otherwise;
	}

}
