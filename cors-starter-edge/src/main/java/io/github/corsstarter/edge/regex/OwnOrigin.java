package io.github.corsstarter.edge.regex;

/**
 * Tells whether a request comes from the site that it goes to.
 */
public final class OwnOrigin {

	/** A host as browsers write it. */
	private static final String HOST = "(?:[a-z0-9._-]+|\\[[0-9a-f:.]+\\])";

	/**
	 * An expression for the {@code Origin}, a space, and the request's own scheme,
	 * {@code ://} and {@code Host}, in which browsers write letters in their case and a
	 * default port not at all. Needs PCRE.
	 */
	public static final String REGEX = "^(?!http://[^ ]*:80 |https://[^ ]*:443 )(?:(https?://" + HOST
			+ "(?::[1-9][0-9]{0,4})?) (?i:\\1)|(http://" + HOST + ") (?i:\\2):80|(https://" + HOST
			+ ") (?i:\\3):443)\\z";

	private OwnOrigin() {
	}

}
