package io.github.corsstarter.fetch;

import java.util.Collection;
import java.util.Locale;

/**
 * The header names that a policy allows in requests: a table that is asked for a stretch
 * of a header's value, without case and without cutting the value up. A
 * {@link java.util.HashSet} would want a lower-cased copy of every name that a stranger
 * sends.
 */
public final class HeaderNameSet {

	private static final HeaderNameSet ANY = new HeaderNameSet(new String[0]);

	private final String[] table;

	private HeaderNameSet(String[] table) {
		this.table = table;
	}

	/**
	 * The set that holds every token.
	 * @return a set for policies that allow {@code *}
	 */
	public static HeaderNameSet any() {
		return ANY;
	}

	/**
	 * Creates a set of just these names.
	 * @param names header names, in any case
	 * @return the set
	 */
	public static HeaderNameSet of(Collection<String> names) {
		// At most a quarter full: probes stay short whatever is asked for.
		String[] table = new String[Integer.highestOneBit(Math.max(1, names.size())) * 8];
		for (String name : names) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			int slot = hash(lowerCase, 0, lowerCase.length()) & (table.length - 1);
			while (table[slot] != null) {
				slot = (slot + 1) & (table.length - 1);
			}
			table[slot] = lowerCase;
		}
		return new HeaderNameSet(table);
	}

	/**
	 * Whether the set holds every token.
	 * @return {@code true} for {@link #any()} only
	 */
	public boolean isAny() {
		return this == ANY;
	}

	boolean contains(String value, int start, int end) {
		if (isAny()) {
			return Tokens.isToken(value, start, end);
		}
		int slot = hash(value, start, end) & (this.table.length - 1);
		while (this.table[slot] != null) {
			String name = this.table[slot];
			if (name.length() == end - start && isSame(name, value, start)) {
				return true;
			}
			slot = (slot + 1) & (this.table.length - 1);
		}
		return false;
	}

	private static boolean isSame(String name, String value, int start) {
		// Browsers send names in lower case.
		return value.startsWith(name, start) || (name.regionMatches(true, 0, value, start, name.length())
				&& isAscii(value, start, start + name.length()));
	}

	// regionMatches folds the Kelvin sign to 'k'; header names are ASCII.
	private static boolean isAscii(String value, int start, int end) {
		for (int i = start; i < end; i++) {
			if (value.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Hashes a name that is not empty by its length and three of its characters. Who has
	 * many names that do not differ in these gets a slower table; a stranger has no say
	 * in it.
	 */
	private static int hash(String value, int start, int end) {
		int length = end - start;
		int ends = fold(value.charAt(start)) + 31 * fold(value.charAt(end - 1));
		return length + 31 * (fold(value.charAt(start + length / 2)) + 31 * ends);
	}

	// Setting this bit folds ASCII letters; what else it folds only collides.
	private static int fold(char c) {
		return c | 0x20;
	}

}
