package io.github.corsstarter.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run is asked: what becomes of a page's request. A query starts as a
 * {@linkplain #to(String) GET request without an origin}; each further method returns a
 * query that knows more.
 *
 * @param target where the request goes
 * @param origin the page's origin, as its browser would send it, or {@code null} for a
 * request without one
 * @param method the method, as a browser sends it
 * @param headers the headers that the page sets; of those that browsers set themselves
 * only {@code Sec-Fetch-Site} and {@code Sec-Fetch-Mode} matter
 * @param credentials whether the page asks for credentials: fetch's
 * {@code credentials: "include"}, or XHR's {@code withCredentials}
 */
public record CorsQuery(Target target, @Nullable String origin, String method, List<RequestHeader> headers,
		boolean credentials) {

	/**
	 * Creates a query.
	 */
	public CorsQuery {
		headers = List.copyOf(headers);
	}

	/**
	 * Starts a query.
	 * @param path an undecoded path that starts with a slash, or an absolute URL; an
	 * absolute URL settles whether the request is a same-origin one
	 * @return a query about a GET request without an origin
	 * @throws IllegalArgumentException if the text cannot be read or is longer than 8,192
	 * characters, with a sentence that is fit to be shown
	 */
	public static CorsQuery to(String path) {
		return new CorsQuery(QueryParser.target(path), null, "GET", List.of(), false);
	}

	/**
	 * Returns the query for a page.
	 * @param origin the page's origin, or {@code null} for none
	 * @return the query
	 * @throws IllegalArgumentException if the text holds control characters or is longer
	 * than 8,192 characters, with a sentence that is fit to be shown
	 */
	public CorsQuery from(@Nullable String origin) {
		return new CorsQuery(this.target, QueryParser.origin(origin), this.method, this.headers, this.credentials);
	}

	/**
	 * Returns the query with another method.
	 * @param method the method; upper-cased where fetch does so
	 * @return the query
	 * @throws IllegalArgumentException if it is no method, with a sentence that is fit to
	 * be shown
	 */
	public CorsQuery method(String method) {
		return new CorsQuery(this.target, this.origin, QueryParser.method(method), this.headers, this.credentials);
	}

	/**
	 * Returns the query with other headers.
	 * @param headers names, or {@code name:value} where the value decides; an element may
	 * hold several, separated by commas
	 * @return the query
	 * @throws IllegalArgumentException if there are more than 200 headers, or one of them
	 * cannot be read, with a sentence that is fit to be shown
	 */
	public CorsQuery headers(List<String> headers) {
		return new CorsQuery(this.target, this.origin, this.method, QueryParser.headers(headers), this.credentials);
	}

	/**
	 * Returns the query with or without credentials.
	 * @param credentials whether the page asks for credentials
	 * @return the query
	 */
	public CorsQuery credentials(boolean credentials) {
		return new CorsQuery(this.target, this.origin, this.method, this.headers, credentials);
	}

	/**
	 * Returns the query for an application that does not start at the root of its host.
	 * @param contextPath the context path, or base path, without a slash at the end
	 * @return a query whose path leaves out the context path, if it starts with it
	 * @throws IllegalArgumentException if the target is an absolute URL outside of the
	 * context path
	 */
	public CorsQuery below(String contextPath) {
		return new CorsQuery(this.target.below(contextPath), this.origin, this.method, this.headers, this.credentials);
	}

	/**
	 * The request itself.
	 */
	SimulatedRequest request() {
		return this.target.request(this.method, browserFields());
	}

	/**
	 * The preflight that asks for it.
	 */
	SimulatedRequest preflight(List<String> headerNames) {
		Map<String, List<String>> fields = browserFields();
		fields.put(HeaderNames.REQUEST_METHOD, List.of(this.method));
		if (!headerNames.isEmpty()) {
			fields.put(HeaderNames.REQUEST_HEADERS, List.of(String.join(",", headerNames)));
		}
		return this.target.request("OPTIONS", fields);
	}

	/**
	 * Whether the browser navigates to the address, as for a form post: it then sends no
	 * preflight, and shows any response.
	 */
	boolean isNavigation() {
		return this.headers.stream()
			.anyMatch((header) -> header.name().equalsIgnoreCase(HeaderNames.SEC_FETCH_MODE)
					&& "navigate".equals(header.value()));
	}

	private Map<String, List<String>> browserFields() {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		if (this.origin != null) {
			fields.put(HeaderNames.ORIGIN, List.of(this.origin));
		}
		for (RequestHeader header : this.headers) {
			boolean told = header.name().equalsIgnoreCase(HeaderNames.SEC_FETCH_SITE)
					|| header.name().equalsIgnoreCase(HeaderNames.SEC_FETCH_MODE);
			if (told && header.value() != null) {
				fields.put(header.name(), List.of(header.value()));
			}
		}
		return fields;
	}

	/**
	 * Where a request goes.
	 *
	 * @param scheme the scheme, in lower case
	 * @param host the host, or {@code null} where only a path is known
	 * @param port the port, or 0 for the scheme's default
	 * @param path the path, undecoded, without the query
	 * @param pathOffset the length of the context path in it
	 */
	public record Target(String scheme, @Nullable String host, int port, String path, int pathOffset) {

		Target below(String contextPath) {
			boolean inside = this.path.startsWith(contextPath)
					&& (this.path.length() == contextPath.length() || this.path.charAt(contextPath.length()) == '/');
			if (!inside && this.host != null) {
				throw new IllegalArgumentException("The URL's path " + Printable.of(this.path)
						+ " is not below the application's context path " + contextPath + ".");
			}
			return new Target(this.scheme, this.host, this.port, this.path, inside ? contextPath.length() : 0);
		}

		SimulatedRequest request(String method, Map<String, List<String>> headers) {
			return new SimulatedRequest(method, this.path, this.pathOffset, headers, this.scheme, this.host, this.port);
		}

	}

}
