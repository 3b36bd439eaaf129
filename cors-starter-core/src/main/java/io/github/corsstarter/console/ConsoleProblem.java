package io.github.corsstarter.console;

import io.github.corsstarter.text.Codes;

/**
 * What a console's message says went wrong.
 */
public enum ConsoleProblem {

	/** {@code Access-Control-Allow-Origin} is missing. */
	ORIGIN_MISSING(Kind.CORS, "The response has no Access-Control-Allow-Origin."),

	/** {@code Access-Control-Allow-Origin} is there more than once. */
	ORIGIN_REPEATED(Kind.CORS,
			"The response has Access-Control-Allow-Origin more than once: more than one place writes it."),

	/** {@code Access-Control-Allow-Origin} is not the page's origin. */
	ORIGIN_DIFFERS(Kind.CORS, "The response's Access-Control-Allow-Origin is not the page's origin."),

	/** WebKit's one message for the two. */
	ORIGIN_MISSING_OR_DIFFERS(Kind.CORS,
			"The response's Access-Control-Allow-Origin is missing, or not the page's origin."),

	/** {@code Access-Control-Allow-Origin} is {@code *} for credentials. */
	ANY_ORIGIN_WITH_CREDENTIALS(Kind.CORS,
			"The response's Access-Control-Allow-Origin is *, which does not count for a request with credentials."),

	/** {@code Access-Control-Allow-Credentials} is not {@code true}. */
	CREDENTIALS_NOT_ALLOWED(Kind.CORS,
			"The request is sent with credentials, and the response's Access-Control-Allow-Credentials is not true."),

	/** The preflight's status is not from 200 to 299. */
	PREFLIGHT_STATUS(Kind.CORS, "The preflight's status is not from 200 to 299."),

	/** The preflight, or a request that may not be redirected, met a redirect. */
	REDIRECTED(Kind.CORS,
			"The preflight was answered with a redirect, which browsers do not follow: as a rule one to https, to a path with or without a slash at its end, or to a login page."),

	/** A redirect leads where a cross-origin request may not go. */
	REDIRECT_NOT_ALLOWED(Kind.CORS,
			"A redirect leads to an address with a user name, or to one that is not http or https; browsers follow neither across origins."),

	/** The method is not in {@code Access-Control-Allow-Methods}. */
	METHOD_NOT_LISTED(Kind.CORS, "The preflight's Access-Control-Allow-Methods does not list the method."),

	/** A header is not in {@code Access-Control-Allow-Headers}. */
	HEADER_NOT_LISTED(Kind.CORS, "The preflight's Access-Control-Allow-Headers does not list the header."),

	/** A list in the preflight's answer cannot be read. */
	LIST_MALFORMED(Kind.CORS, "A list in the preflight's answer cannot be read."),

	/** {@code Access-Control-Allow-Headers: *} does not cover {@code Authorization}. */
	AUTHORIZATION_NOT_COVERED(Kind.CORS,
			"The preflight's Access-Control-Allow-Headers is *, which does not cover Authorization."),

	/** CORS, and the text does not say which check failed. */
	UNSPECIFIED(Kind.CORS,
			"The browser blocks the response by CORS; which check failed stands in another line of its console."),

	/** The page itself asked for same-origin requests only. */
	SAME_ORIGIN_MODE(Kind.OTHER,
			"The page asks with mode: \"same-origin\", which no other origin can meet. Nothing was sent; take the mode out of the page's code."),

	/** The URL's scheme is not one of HTTP. */
	SCHEME_NOT_HTTP(Kind.OTHER,
			"The URL is not http or https, and pages fetch nothing else across origins. Nothing was sent; mend the URL, or serve the file over http."),

	/** The page's Content Security Policy forbids the request. */
	CONTENT_SECURITY_POLICY(Kind.OTHER,
			"This is the page's own Content-Security-Policy, not CORS. Nothing was sent; add the address to the directive that the message names (connect-src for fetch), where the page is served."),

	/** A page over https asks for something over http. */
	MIXED_CONTENT(Kind.OTHER,
			"This is mixed content, not CORS: the page came over https and asks for http. Nothing was sent; serve the address over https, and write https in the page's code."),

	/** The browser asks its user before pages reach the local network. */
	LOCAL_NETWORK_ACCESS(Kind.OTHER,
			"This is the browser's Local Network Access, not CORS: the page comes from a more public network than the address that it asks for, and its user has not allowed it. No response header helps; allow it in the browser, or serve both from one network."),

	/** {@code Cross-Origin-Resource-Policy} or a relative of it. */
	RESOURCE_POLICY(Kind.OTHER,
			"This is Cross-Origin-Resource-Policy, or the browser's opaque response blocking, not CORS: it keeps responses to requests without CORS from other sites. Send another Cross-Origin-Resource-Policy, or make the request one with CORS."),

	/** No response came. */
	FAILED_CONNECTION(Kind.OTHER,
			"This is a failed connection, not CORS: no response came. The server is down or not known by that name, its certificate is not trusted, or something between them closed the connection."),

	/** The browser, its settings or an extension stopped the request. */
	BLOCKED_BY_BROWSER(Kind.OTHER,
			"This is the browser itself, one of its settings or an extension, not CORS. Nothing was sent; try it in a fresh profile."),

	/** What a script sees of any failed request. */
	SCRIPT_ERROR(Kind.UNREADABLE,
			"This is what a script gets to see, which never says why. Copy the lines that the browser itself printed to its console, which name the address and what was missing."),

	/** Nothing in the text is a browser's message. */
	UNKNOWN(Kind.UNREADABLE,
			"No message of Chromium, Firefox or Safari about a blocked request is in the text. Copy the whole error out of the browser's console, in English.");

	private final Kind kind;

	private final String text;

	ConsoleProblem(Kind kind, String text) {
		this.kind = kind;
		this.text = text;
	}

	/**
	 * Returns the name for JSON.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Whether the server's CORS headers, or their absence, caused it.
	 * @return whether a policy can be the cause
	 */
	public boolean isCors() {
		return this.kind == Kind.CORS;
	}

	/**
	 * Whether the text names a problem at all.
	 * @return {@code false} where it is no browser's message, or one that says nothing
	 */
	public boolean isTold() {
		return this.kind != Kind.UNREADABLE;
	}

	/**
	 * Returns what went wrong, in words.
	 * @return one or more sentences
	 */
	public String text() {
		return this.text;
	}

	private enum Kind {

		CORS, OTHER, UNREADABLE

	}

}
