package io.github.corsstarter.autoconfigure.observe;

import io.github.corsstarter.origin.Origins;

/**
 * Bounds what is held on to of a request, so that its sender does not choose how much
 * memory that takes.
 */
final class RequestText {

	/** Stands for every text that is longer than any origin of a browser. */
	static final String OVERLONG = "(over " + Origins.MAX_LENGTH + " characters)";

	private RequestText() {
	}

	static String bounded(String text) {
		return (text.length() > Origins.MAX_LENGTH) ? OVERLONG : text;
	}

}
