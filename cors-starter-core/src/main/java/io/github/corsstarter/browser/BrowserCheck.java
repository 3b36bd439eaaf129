package io.github.corsstarter.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a browser does with the responses to a cross-origin request: the client's side of
 * the protocol, computed from headers alone, so that it does not take the server's word.
 *
 * @param origin the page's origin, serialized
 * @param method the request's method
 * @param headerNames the names that a preflight asks for, in lower case
 * @param credentials whether the request's credentials mode is {@code include}
 */
public record BrowserCheck(String origin, String method, List<String> headerNames, boolean credentials) {

	private static final String AUTHORIZATION = "authorization";

	private static final String ANY = "*";

	/**
	 * Creates a check.
	 */
	public BrowserCheck {
		headerNames = List.copyOf(headerNames);
	}

	/**
	 * Performs the <a href="https://fetch.spec.whatwg.org/#cors-check">CORS check</a> on
	 * a response.
	 * @param headers returns a response header's value by name, in which several fields
	 * are joined by {@code ", "}, or {@code null} where there is none
	 * @return why the page may not see the response, or {@code null} if it may
	 */
	public @Nullable BrowserObjection response(ResponseHeaders headers) {
		String allowed = headers.value(HeaderNames.ALLOW_ORIGIN);
		if (allowed == null) {
			return BrowserObjection.ORIGIN_MISSING;
		}
		if (allowed.equals(ANY)) {
			return this.credentials ? BrowserObjection.ANY_ORIGIN_WITH_CREDENTIALS : null;
		}
		if (!allowed.equals(this.origin)) {
			return (allowed.indexOf(',') >= 0) ? BrowserObjection.ORIGIN_REPEATED : BrowserObjection.ORIGIN_DIFFERS;
		}
		if (this.credentials && !"true".equals(headers.value(HeaderNames.ALLOW_CREDENTIALS))) {
			return BrowserObjection.CREDENTIALS_NOT_ALLOWED;
		}
		return null;
	}

	/**
	 * Checks the response to a preflight request, as
	 * <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">CORS-preflight
	 * fetch</a> does.
	 * @param status the response's status
	 * @param headers the response's headers, as for {@link #response}
	 * @return why the request is not sent, or {@code null} if it is
	 */
	public @Nullable BrowserObjection preflight(int status, ResponseHeaders headers) {
		BrowserObjection objection = response(headers);
		if (objection != null) {
			return objection;
		}
		if (status < 200 || status > 299) {
			return BrowserObjection.STATUS_NOT_OK;
		}
		List<String> methods = list(headers.value(HeaderNames.ALLOW_METHODS));
		List<String> names = list(headers.value(HeaderNames.ALLOW_HEADERS));
		if (methods == null || names == null) {
			return BrowserObjection.LIST_MALFORMED;
		}
		if (!allowsMethod(methods)) {
			return BrowserObjection.METHOD_NOT_LISTED;
		}
		return allowsHeaders(names) ? null : BrowserObjection.HEADER_NOT_LISTED;
	}

	/**
	 * Whether a page that may see the response gets to see one of its headers, as a
	 * <a href="https://fetch.spec.whatwg.org/#concept-filtered-response-cors">CORS
	 * filtered response</a> has it.
	 * @param name the header's name, in any case
	 * @param headers the response's headers, as for {@link #response}
	 * @return whether the name is a
	 * <a href="https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">
	 * CORS-safelisted response-header name</a>
	 */
	public boolean exposes(String name, ResponseHeaders headers) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		if (HeaderNames.isForbiddenResponseHeader(lowerCase)) {
			return false;
		}
		if (HeaderNames.isSafelistedResponseHeader(lowerCase)) {
			return true;
		}
		List<String> exposed = list(headers.value(HeaderNames.EXPOSE_HEADERS));
		return exposed != null && (isWildcard(exposed) || exposed.stream().anyMatch(lowerCase::equalsIgnoreCase));
	}

	private boolean allowsMethod(List<String> methods) {
		return methods.contains(this.method) || Methods.isSafelisted(this.method) || isWildcard(methods);
	}

	private boolean allowsHeaders(List<String> names) {
		for (String name : this.headerNames) {
			boolean listed = names.stream().anyMatch((listedName) -> listedName.equalsIgnoreCase(name));
			if (!listed && (!isWildcard(names) || name.equals(AUTHORIZATION))) {
				return false;
			}
		}
		return true;
	}

	// With credentials * is a method or header of that name, and no wildcard.
	private boolean isWildcard(List<String> values) {
		return !this.credentials && values.contains(ANY);
	}

	private static @Nullable List<String> list(@Nullable String value) {
		List<String> elements = new ArrayList<>();
		if (value == null) {
			return elements;
		}
		for (String part : value.split(",", -1)) {
			String element = part.strip();
			if (!element.isEmpty() && !Tokens.isToken(element)) {
				return null;
			}
			elements.add(element);
		}
		return elements;
	}

	/**
	 * The headers of a response.
	 */
	@FunctionalInterface
	public interface ResponseHeaders {

		/**
		 * Returns a header's value.
		 * @param name the name, in the spelling of {@link HeaderNames}
		 * @return the value, several fields joined by {@code ", "}, or {@code null}
		 */
		@Nullable String value(String name);

	}

}
