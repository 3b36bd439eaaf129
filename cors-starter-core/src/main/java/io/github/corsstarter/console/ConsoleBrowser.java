package io.github.corsstarter.console;

/**
 * The family of browsers that words a message in its own way.
 */
public enum ConsoleBrowser {

	/** Chromium, Chrome, Edge, Opera and others that are built on Chromium. */
	CHROMIUM("chromium"),

	/** Firefox, and others that are built on Gecko. */
	FIREFOX("firefox"),

	/** Safari, and others that are built on WebKit. */
	SAFARI("safari");

	private final String code;

	ConsoleBrowser(String code) {
		this.code = code;
	}

	/**
	 * Returns the name for JSON.
	 * @return the name in lower case
	 */
	public String code() {
		return this.code;
	}

}
