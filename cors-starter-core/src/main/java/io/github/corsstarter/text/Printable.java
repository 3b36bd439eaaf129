package io.github.corsstarter.text;

import io.github.corsstarter.origin.Origins;

/**
 * Makes texts out of a request fit for logs, pages and terminals: bounded, and of visible
 * characters only.
 */
public final class Printable {

	/**
	 * Most characters of an origin, a method or a header name that are kept: no origin
	 * that can be allowed is cut.
	 */
	public static final int MAX_LENGTH = Origins.MAX_LENGTH;

	private static final String ELLIPSIS = "...";

	private Printable() {
	}

	/**
	 * Cleans a text and cuts it at {@link #MAX_LENGTH}.
	 * @param text a text out of a request
	 * @return the text with a question mark for everything but visible ASCII characters
	 * and spaces
	 */
	public static String of(String text) {
		return of(text, MAX_LENGTH);
	}

	/**
	 * Cleans a text and cuts it.
	 * @param text a text out of a request
	 * @param maxLength how many characters to keep, at least 3
	 * @return at most that many characters, the last three of them dots where some were
	 * cut; a question mark for everything but visible ASCII characters and spaces
	 */
	public static String of(String text, int maxLength) {
		boolean cut = text.length() > maxLength;
		if (!cut && isClean(text)) {
			return text;
		}
		int kept = cut ? maxLength - ELLIPSIS.length() : text.length();
		StringBuilder cleaned = new StringBuilder(maxLength);
		for (int i = 0; i < kept; i++) {
			cleaned.append(isVisible(text.charAt(i)) ? text.charAt(i) : '?');
		}
		return cut ? cleaned.append(ELLIPSIS).toString() : cleaned.toString();
	}

	private static boolean isClean(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isVisible(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	// Beyond ASCII there are letters that pose as others, and controls of text direction.
	private static boolean isVisible(char c) {
		return c >= ' ' && c < 127;
	}

}
