package io.github.corsstarter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.RequestHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run is asked: what becomes of a page's request.
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
	 * Reads a query out of texts, as the parameters of an endpoint.
	 * @param path an undecoded path that starts with a slash, or an absolute URL; an
	 * absolute URL settles whether the request is a same-origin one
	 * @param origin the page's origin, or {@code null} for none
	 * @param method the method, or {@code null} for GET; upper-cased where fetch would do
	 * so
	 * @param headers names, or {@code name:value} where the value decides; an element may
	 * hold several, separated by commas; {@code null} for none
	 * @param credentials {@code true} or {@code include}, {@code false}, {@code omit} or
	 * {@code same-origin}, or {@code null} for {@code false}
	 * @return the query
	 * @throws IllegalArgumentException if a text cannot be read, with a sentence that
	 * says why and that is fit to be shown
	 */
	public static CorsQuery parse(String path, @Nullable String origin, @Nullable String method,
			@Nullable List<String> headers, @Nullable String credentials) {
		return CorsQueryParser.parse(path, origin, method, headers, credentials);
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
	CorsRequest request() {
		Map<String, List<String>> fields = browserFields();
		return this.target.request(this.method, fields);
	}

	/**
	 * The preflight that asks for it.
	 */
	CorsRequest preflight(List<String> headerNames) {
		Map<String, List<String>> fields = browserFields();
		fields.put(HeaderNames.REQUEST_METHOD, List.of(this.method));
		if (!headerNames.isEmpty()) {
			fields.put(HeaderNames.REQUEST_HEADERS, List.of(String.join(",", headerNames)));
		}
		return this.target.request("OPTIONS", fields);
	}

	/**
	 * Whether the browser goes to the address instead of fetching it, as for a form post:
	 * it then asks nobody and shows whatever comes back.
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
				throw new IllegalArgumentException("The URL's path " + Cleaned.of(this.path)
						+ " is not below the application's context path " + contextPath + ".");
			}
			return new Target(this.scheme, this.host, this.port, this.path, inside ? contextPath.length() : 0);
		}

		CorsRequest request(String method, Map<String, List<String>> headers) {
			return new CorsRequest(method, this.path, this.pathOffset, headers, this.scheme, this.host, this.port);
		}

	}

}
