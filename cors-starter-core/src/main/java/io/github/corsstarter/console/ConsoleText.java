package io.github.corsstarter.console;

import org.jspecify.annotations.Nullable;

/**
 * A console's text made plain: white space of any length is one space, and quotes around
 * words are left out, as people copy messages with quotes of every kind, or with none. A
 * quote within a word stays, as in an address.
 */
final class ConsoleText {

	private static final String QUOTES = "'\"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb";

	private static final String CLOSING = ".,;:)\\" + QUOTES;

	/** Most characters between a closing quote and the white space behind it. */
	private static final int MAX_CLOSING = 4;

	private final String text;

	private final String folded;

	private ConsoleText(String text) {
		this.text = text;
		this.folded = fold(text);
	}

	static ConsoleText of(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean start = plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ';
			if (isSpace(c)) {
				if (!start) {
					plain.append(' ');
				}
			}
			else if (!isEscape(text, i)) {
				append(plain, c, start || plain.charAt(plain.length() - 1) == '(' || isAtEnd(text, i + 1));
			}
		}
		return new ConsoleText(plain.toString());
	}

	private static void append(StringBuilder plain, char c, boolean atEdge) {
		if (!isQuote(c)) {
			plain.append(c);
		}
		else if (!atEdge) {
			plain.append('\'');
		}
	}

	/**
	 * Whether only punctuation and other quotes stand before the next white space.
	 */
	private static boolean isAtEnd(String text, int start) {
		int limit = Math.min(text.length(), start + MAX_CLOSING);
		for (int i = start; i < limit; i++) {
			if (isSpace(text.charAt(i))) {
				return true;
			}
			if (CLOSING.indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return limit == text.length();
	}

	// As in a text that was copied out of JSON or a shell.
	private static boolean isEscape(String text, int index) {
		return text.charAt(index) == '\\' && index + 1 < text.length() && isQuote(text.charAt(index + 1));
	}

	private static boolean isQuote(char c) {
		return QUOTES.indexOf(c) >= 0;
	}

	private static boolean isSpace(char c) {
		return c <= ' ' || c == 0x7f || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
	}

	// Character by character: the length must stay.
	private static String fold(String text) {
		StringBuilder folded = new StringBuilder(text);
		for (int i = 0; i < folded.length(); i++) {
			char c = folded.charAt(i);
			if (c >= 'A' && c <= 'Z') {
				folded.setCharAt(i, (char) (c + ('a' - 'A')));
			}
		}
		return folded.toString();
	}

	/**
	 * Finds a phrase, whatever its case.
	 * @param phrase the phrase, in lower case
	 * @return where it starts, or a negative number
	 */
	int find(String phrase) {
		return this.folded.indexOf(phrase);
	}

	/**
	 * Whether the text goes on with a phrase.
	 */
	boolean startsWith(String phrase, int start) {
		return this.folded.startsWith(phrase, start);
	}

	/**
	 * Finds the end of a phrase near a place: the last one before it, or else the first
	 * behind it.
	 * @return where the phrase ends, or a negative number
	 */
	int endNear(String phrase, int place) {
		int before = this.folded.lastIndexOf(phrase, place);
		int start = (before >= 0) ? before : this.folded.indexOf(phrase, place);
		return (start >= 0) ? start + phrase.length() : -1;
	}

	/**
	 * Finds the end of a phrase behind a place.
	 * @return where the phrase ends; the end of the text where there is none
	 */
	int endBehind(String phrase, int place) {
		int start = this.folded.indexOf(phrase, place);
		return (start >= 0) ? start + phrase.length() : this.text.length();
	}

	/**
	 * Returns the word behind a phrase near a place.
	 * @return the word, or {@code null} where there is no such phrase, or nothing behind
	 * it
	 */
	@Nullable String wordBehind(String phrase, int place) {
		int end = endNear(phrase, place);
		return (end >= 0) ? wordAt(end) : null;
	}

	/**
	 * Returns the word that ends before a place, if a certain word leads to it.
	 * @param lead the word in front of it, in lower case, with the space behind it
	 * @param place where another word starts
	 * @return the word, or {@code null} where it does not stand there
	 */
	@Nullable String wordBetween(String lead, int place) {
		int start = (place > 1) ? this.folded.lastIndexOf(' ', place - 2) + 1 : 0;
		boolean led = start >= lead.length() && this.folded.startsWith(lead, start - lead.length());
		return led ? this.text.substring(start, place - 1) : null;
	}

	/**
	 * Returns the word that starts at an index.
	 * @return the word, or {@code null} at the end of the text
	 */
	@Nullable String wordAt(int start) {
		int space = this.text.indexOf(' ', start);
		int end = (space < 0) ? this.text.length() : space;
		return (start < end) ? this.text.substring(start, end) : null;
	}

	/**
	 * Returns all words.
	 */
	String[] words() {
		return this.text.split(" ", -1);
	}

	/**
	 * Takes a word for an address, if it can be one.
	 * @return the address, without the punctuation behind it, or {@code null}
	 */
	static @Nullable String asUrl(@Nullable String word) {
		if (word == null || word.indexOf("://") <= 0 || !isVisible(word)) {
			return null;
		}
		char last = word.charAt(word.length() - 1);
		boolean punctuated = ".,;:".indexOf(last) >= 0 || (last == ')' && count(word, ')') > count(word, '('));
		return punctuated ? word.substring(0, word.length() - 1) : word;
	}

	private static long count(String word, char character) {
		return word.chars().filter((c) -> c == character).count();
	}

	/**
	 * Takes a word for an origin, if it can be one.
	 * @return the origin, without the punctuation behind it, or {@code null}
	 */
	static @Nullable String asOrigin(@Nullable String word) {
		return "null".equals(word) ? word : asUrl(word);
	}

	// What is not visible in ASCII is white space here already.
	static boolean isVisible(String word) {
		return word.chars().allMatch((c) -> c < 127);
	}

}
