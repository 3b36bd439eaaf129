package io.github.corsstarter.fetch;

/**
 * The {@code token} of <a href="https://www.rfc-editor.org/rfc/rfc9110#name-tokens">RFC
 * 9110, section 5.6.2</a>: what a method or a header name is made of.
 */
public final class Tokens {

	private static final boolean[] TOKEN_CHARS = tokenChars();

	private Tokens() {
	}

	/**
	 * Whether the text is a token.
	 * @param text what to check
	 * @return {@code false} for the empty text, too
	 */
	public static boolean isToken(String text) {
		return isToken(text, 0, text.length());
	}

	static boolean isToken(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c >= TOKEN_CHARS.length || !TOKEN_CHARS[c]) {
				return false;
			}
		}
		return start < end;
	}

	private static boolean[] tokenChars() {
		boolean[] chars = new boolean[128];
		for (char c = '0'; c <= 'z'; c++) {
			chars[c] = Character.isLetterOrDigit(c);
		}
		for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
			chars[c] = true;
		}
		return chars;
	}

}
