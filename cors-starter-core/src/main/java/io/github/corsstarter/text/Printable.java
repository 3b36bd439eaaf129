package io.github.corsstarter.text;

import io.github.corsstarter.origin.Origins;

/**
 * Makes texts fit for logs, pages and terminals: bounded, and of visible characters only.
 * No other class does. Texts out of requests keep ASCII only; those that an application's
 * author or its database supplies keep letters of any language.
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

	/**
	 * Makes one line of a text that an application supplies, and cuts it.
	 * @param text a name, property, value or message
	 * @param maxLength how many characters to keep, at least 3
	 * @return at most that many characters, the last three of them dots where some were
	 * cut; a question mark for everything that ends lines, steers terminals, turns the
	 * direction of texts or cannot be seen
	 */
	public static String line(String text, int maxLength) {
		boolean cut = text.length() > maxLength;
		if (!cut && text.codePoints().allMatch(Printable::isOfLine)) {
			return text;
		}
		StringBuilder line = new StringBuilder(maxLength);
		text.substring(0, cut ? maxLength - ELLIPSIS.length() : text.length())
			.codePoints()
			.map((c) -> isOfLine(c) ? c : '?')
			.forEach(line::appendCodePoint);
		return cut ? line.append(ELLIPSIS).toString() : line.toString();
	}

	/**
	 * Takes the user information out of a text that should be an origin: there may be a
	 * password in it that only the running application knows.
	 * @param text the text
	 * @return the text with three stars in place of what stands between its scheme and
	 * its last {@code @}
	 */
	public static String withoutUserInfo(String text) {
		int at = text.lastIndexOf('@');
		int scheme = text.indexOf("://");
		return (at < 0) ? text
				: ((scheme >= 0 && scheme < at) ? text.substring(0, scheme + 3) : "") + "***" + text.substring(at);
	}

	/**
	 * Whether a character may stand in a line of text.
	 * @param c a code point
	 * @return whether it is seen, and only as what it is
	 */
	public static boolean isOfLine(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
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
