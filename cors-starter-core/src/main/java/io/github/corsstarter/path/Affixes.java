package io.github.corsstarter.path;

/**
 * What all texts that a segment matches start and end with. Two segments can match the
 * same text only if their affixes agree, as far as both are known.
 *
 * @param start what they start with: all before the first wildcard
 * @param end what they end with, written backwards: all behind the last wildcard
 */
record Affixes(String start, String end) {

	static Affixes of(String segment) {
		return new Affixes(beforeWildcard(segment), beforeWildcard(backwards(segment)));
	}

	private static String beforeWildcard(String text) {
		int length = 0;
		while (length < text.length() && text.charAt(length) != '*' && text.charAt(length) != '?') {
			length++;
		}
		return text.substring(0, length);
	}

	private static String backwards(String text) {
		// Not by StringBuilder, which keeps the halves of a character in their order.
		char[] characters = new char[text.length()];
		for (int i = 0; i < characters.length; i++) {
			characters[i] = text.charAt(characters.length - 1 - i);
		}
		return new String(characters);
	}

	boolean agreesWith(Affixes other) {
		return agree(this.start, other.start) && agree(this.end, other.end);
	}

	private static boolean agree(String one, String other) {
		return one.startsWith(other) || other.startsWith(one);
	}

}
