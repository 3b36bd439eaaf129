package io.github.corsstarter.text;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Names the first few of many, for one line of a log or a report.
 */
public final class Listing {

	/** How many are named; the others are counted. */
	public static final int MAX_NAMED = 3;

	private Listing() {
	}

	/**
	 * Names the first few.
	 * @param all what to name, each by its {@code toString()}
	 * @return a text such as {@code a, b, c and 4 more}
	 */
	public static String of(Collection<?> all) {
		return of(all, all.size());
	}

	/**
	 * Names the first few, where not all things are at hand.
	 * @param first at least the first {@value #MAX_NAMED} of them, or all of fewer
	 * @param count how many there are
	 * @return a text such as {@code a, b, c and 4 more}
	 */
	public static String of(Collection<?> first, int count) {
		String named = first.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
		return (count > MAX_NAMED) ? named + " and " + (count - MAX_NAMED) + " more" : named;
	}

}
