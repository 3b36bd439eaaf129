package io.github.corsstarter.browser;

import java.util.Locale;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import org.jspecify.annotations.Nullable;

/**
 * A header that a page sets on a request.
 *
 * @param name the name, in lower case
 * @param value the value, or {@code null} where it is not known
 */
public record RequestHeader(String name, @Nullable String value) {

	/**
	 * Creates a header.
	 */
	public RequestHeader {
		name = name.toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a browser drops the header when a page sets it, as a
	 * <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden
	 * request-header</a>. The value decides for the headers that override the method.
	 * @return whether the header never leaves the page
	 */
	public boolean isForbidden() {
		return HeaderNames.isForbiddenRequestHeader(this.name) || (overridesMethod() && holdsForbiddenMethod());
	}

	private boolean overridesMethod() {
		return switch (this.name) {
			case "x-http-method", "x-http-method-override", "x-method-override" -> true;
			default -> false;
		};
	}

	private boolean holdsForbiddenMethod() {
		if (this.value == null) {
			return false;
		}
		for (String method : this.value.split(",", -1)) {
			if (Methods.isForbidden(method.strip())) {
				return true;
			}
		}
		return false;
	}

}
