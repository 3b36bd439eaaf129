package io.github.corsstarter.fetch;

import java.util.List;
import java.util.Set;

/**
 * Header names with a meaning of their own in the Fetch standard. The constants are
 * written as headers usually are; unless they say otherwise, methods take names in lower
 * case.
 */
public final class HeaderNames {

	/** The {@code Origin} request header. */
	public static final String ORIGIN = "Origin";

	/** The {@code Access-Control-Request-Method} request header. */
	public static final String REQUEST_METHOD = "Access-Control-Request-Method";

	/** The {@code Access-Control-Request-Headers} request header. */
	public static final String REQUEST_HEADERS = "Access-Control-Request-Headers";

	/** The {@code Sec-Fetch-Site} request header. */
	public static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

	/** The {@code Sec-Fetch-Mode} request header. */
	public static final String SEC_FETCH_MODE = "Sec-Fetch-Mode";

	/** The {@code Access-Control-Allow-Origin} response header. */
	public static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	/** The {@code Access-Control-Allow-Credentials} response header. */
	public static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

	/** The {@code Access-Control-Allow-Methods} response header. */
	public static final String ALLOW_METHODS = "Access-Control-Allow-Methods";

	/** The {@code Access-Control-Allow-Headers} response header. */
	public static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";

	/** The {@code Access-Control-Expose-Headers} response header. */
	public static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	/** The {@code Access-Control-Max-Age} response header. */
	public static final String MAX_AGE = "Access-Control-Max-Age";

	/**
	 * The response headers of the CORS protocol, that of Private Network Access among
	 * them: nothing here sends it, but others did.
	 */
	public static final List<String> RESPONSE_HEADERS = List.of(ALLOW_ORIGIN, ALLOW_CREDENTIALS, EXPOSE_HEADERS,
			ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE, "Access-Control-Allow-Private-Network");

	/** What the name of every response header of the CORS protocol starts with. */
	public static final String ACCESS_CONTROL_PREFIX = "Access-Control-";

	private static final Set<String> FORBIDDEN_REQUEST_HEADERS = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
			"trailer", "transfer-encoding", "upgrade", "via");

	private static final Set<String> RESPONSE_ONLY = Set.of("access-control-allow-credentials",
			"access-control-allow-headers", "access-control-allow-methods", "access-control-allow-origin",
			"access-control-allow-private-network", "access-control-expose-headers", "access-control-max-age", "vary",
			"www-authenticate");

	private static final Set<String> NEVER_READABLE = Set.of("accept", "accept-charset", "accept-language",
			"access-control-allow-headers", "access-control-allow-methods", "access-control-allow-private-network",
			"access-control-max-age", "access-control-request-headers", "access-control-request-method",
			"access-control-request-private-network", "cookie", "expect", "host", "if-match", "if-modified-since",
			"if-none-match", "if-range", "if-unmodified-since", "max-forwards", "origin", "proxy-authorization",
			"referer", "te", "user-agent");

	private static final Set<String> FORBIDDEN_RESPONSE_HEADERS = Set.of("set-cookie", "set-cookie2");

	private static final Set<String> SAFELISTED_RESPONSE_HEADERS = Set.of("cache-control", "content-language",
			"content-length", "content-type", "expires", "last-modified", "pragma");

	private HeaderNames() {
	}

	/**
	 * Whether the name is a
	 * <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden request
	 * header</a>: a browser never asks for it.
	 * @param name the name, in lower case
	 * @return whether no page can set it
	 */
	public static boolean isForbiddenRequestHeader(String name) {
		return FORBIDDEN_REQUEST_HEADERS.contains(name) || name.startsWith("proxy-") || name.startsWith("sec-");
	}

	/**
	 * Whether the name is a
	 * <a href="https://fetch.spec.whatwg.org/#forbidden-response-header-name">forbidden
	 * response-header name</a>: no page can read it, exposed or not.
	 * @param name the name, in lower case
	 * @return whether it is one of the cookie-setting headers
	 */
	public static boolean isForbiddenResponseHeader(String name) {
		return FORBIDDEN_RESPONSE_HEADERS.contains(name);
	}

	/**
	 * Whether the name is a
	 * <a href="https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">
	 * CORS-safelisted response-header name</a> whatever is exposed.
	 * @param name the name, in lower case
	 * @return whether every page that may see a response can read it
	 */
	public static boolean isSafelistedResponseHeader(String name) {
		return SAFELISTED_RESPONSE_HEADERS.contains(name);
	}

	/**
	 * Whether the header only ever appears in a response, so that a request has no use
	 * for it.
	 * @param name the name, in lower case
	 * @return whether listing it among allowed request headers is a mix-up
	 */
	public static boolean isResponseOnly(String name) {
		return RESPONSE_ONLY.contains(name);
	}

	/**
	 * Whether the header only ever appears in a request or in the response to a
	 * preflight, so that no page finds it in a response.
	 * @param name the name, in lower case
	 * @return whether listing it among exposed headers is a mix-up
	 */
	public static boolean isNeverReadable(String name) {
		return NEVER_READABLE.contains(name);
	}

	/**
	 * Whether the header belongs to the CORS protocol.
	 * @param name the name, in any case
	 * @return whether it starts with {@code Access-Control-}
	 */
	public static boolean isAccessControl(String name) {
		return name.regionMatches(true, 0, ACCESS_CONTROL_PREFIX, 0, ACCESS_CONTROL_PREFIX.length());
	}

}
