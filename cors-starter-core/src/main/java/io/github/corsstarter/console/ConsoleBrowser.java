package io.github.corsstarter.console;

import io.github.corsstarter.text.Codes;

/**
 * The family of browsers that words a message in its own way.
 */
public enum ConsoleBrowser {

	/** Chromium, Chrome, Edge, Opera and others that are built on Chromium. */
	CHROMIUM,

	/** Firefox, and others that are built on Gecko. */
	FIREFOX,

	/** Safari, and others that are built on WebKit. */
	SAFARI;

	/**
	 * Returns the name for JSON.
	 * @return the name in lower case
	 */
	public String code() {
		return Codes.of(this);
	}

}
