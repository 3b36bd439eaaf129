package io.github.corsstarter.browser;

import io.github.corsstarter.fetch.Methods;

/**
 * Why a browser keeps a response from a page, by the CORS check and the CORS-preflight
 * fetch of the Fetch standard.
 */
public enum BrowserObjection {

	/** {@code Access-Control-Allow-Origin} is missing. */
	ORIGIN_MISSING("the response has no Access-Control-Allow-Origin"),

	/** {@code Access-Control-Allow-Origin} is there more than once. */
	ORIGIN_REPEATED("Access-Control-Allow-Origin is there more than once"),

	/** {@code Access-Control-Allow-Origin} is not the page's origin. */
	ORIGIN_DIFFERS("Access-Control-Allow-Origin is not the page's origin"),

	/**
	 * {@code Access-Control-Allow-Origin} is {@code *} for a request with credentials.
	 */
	ANY_ORIGIN_WITH_CREDENTIALS("Access-Control-Allow-Origin is *, which does not count with credentials"),

	/** {@code Access-Control-Allow-Credentials} is not {@code true}. */
	CREDENTIALS_NOT_ALLOWED("Access-Control-Allow-Credentials is not true"),

	/** The preflight's status is not from 200 to 299. */
	STATUS_NOT_OK("the preflight's status is not from 200 to 299"),

	/** A list in the response to the preflight cannot be read. */
	LIST_MALFORMED("a list in the response to the preflight cannot be read"),

	/** The method is not in {@code Access-Control-Allow-Methods}. */
	METHOD_NOT_LISTED("the method is not in Access-Control-Allow-Methods"),

	/** A header is not in {@code Access-Control-Allow-Headers}. */
	HEADER_NOT_LISTED("a header is not in Access-Control-Allow-Headers"),

	/** No page can send the method. */
	METHOD_FORBIDDEN("no page can send the method");

	private final String text;

	BrowserObjection(String text) {
		this.text = text;
	}

	/**
	 * Returns the objection in words.
	 * @return a clause without a full stop
	 */
	public String text() {
		return this.text;
	}

}
