package io.github.corsstarter.cli.output;

import io.github.corsstarter.text.Printable;

/**
 * Keeps a terminal from doing what a text says: policies and answers may come from
 * elsewhere.
 */
public final class Plain {

	private static final char ESCAPE = '\u001b';

	private Plain() {
	}

	/**
	 * Cleans a text.
	 * @param text lines to print, with colours of this tool's own
	 * @return the lines with a question mark for every other control, and for characters
	 * that change the direction of writing
	 */
	public static String of(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean plainly = c == '\n' || Character.isSurrogate(c) || Printable.isOfLine(c);
			plain.append(plainly || isColour(text, i) ? c : '?');
		}
		return plain.toString();
	}

	/**
	 * Whether an escape only changes a colour: digits and semicolons up to an "m".
	 */
	private static boolean isColour(String text, int index) {
		if (text.charAt(index) != ESCAPE || index + 1 >= text.length() || text.charAt(index + 1) != '[') {
			return false;
		}
		int end = index + 2;
		while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
			end++;
		}
		return end < text.length() && text.charAt(end) == 'm';
	}

}
