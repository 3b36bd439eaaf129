package io.github.corsstarter.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.github.corsstarter.rules.PolicyName;
import io.github.corsstarter.text.Codes;

/**
 * Finds names for policies that cannot have their own. Thousands of names may be left
 * with the same few characters, as those of another script are, so that the search for
 * each goes on where the one before ended.
 */
final class FreeNames {

	private final Predicate<String> take;

	private final Map<String, Integer> lastNumbers = new HashMap<>();

	/**
	 * Creates a search.
	 * @param take takes a name, unless it is taken already
	 */
	FreeNames(Predicate<String> take) {
		this.take = take;
	}

	/**
	 * Takes a name that nobody has.
	 * @param name what it should be like
	 * @return the valid name
	 */
	String like(String name) {
		String plain = PolicyName.standIn(name, "");
		String alike = Codes.uniform(plain);
		int number = this.lastNumbers.getOrDefault(alike, 1);
		String free = (number == 1) ? plain : PolicyName.standIn(name, "-" + number);
		while (!this.take.test(free)) {
			number++;
			free = PolicyName.standIn(name, "-" + number);
		}
		this.lastNumbers.put(alike, number);
		return free;
	}

}
