package io.github.corsstarter.path;

/**
 * Folds texts so that two are equal if {@link String#equalsIgnoreCase} calls them equal,
 * which is how Spring compares paths without case: each character goes to upper case, and
 * from there to lower case. Lower case alone keeps apart what Spring takes for one
 * character: {@code s} and the long s (U+017F), {@code i} and the dotless one (U+0131).
 */
final class CaseFolding {

	private CaseFolding() {
	}

	/**
	 * Folds a text. Its length stays.
	 * @return the text itself, where it is folded already
	 */
	static String fold(String text) {
		if (isFolded(text)) {
			return text;
		}
		StringBuilder folded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
			folded.appendCodePoint(fold(text.codePointAt(i)));
		}
		return folded.toString();
	}

	/**
	 * Folds the letters of ASCII alone, as regular expressions do. The text's length
	 * stays.
	 */
	static String foldAscii(String text) {
		StringBuilder folded = new StringBuilder(text);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			folded.setCharAt(i, (c >= 'A' && c <= 'Z') ? (char) fold(c) : c);
		}
		return folded.toString();
	}

	static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0x7f) {
				return false;
			}
		}
		return true;
	}

	private static boolean isFolded(String text) {
		for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
			if (fold(text.codePointAt(i)) != text.codePointAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int fold(int character) {
		return Character.toLowerCase(Character.toUpperCase(character));
	}

}
