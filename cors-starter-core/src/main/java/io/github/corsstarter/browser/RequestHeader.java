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
		int start = 0;
		while (start <= this.value.length()) {
			int end = elementEnd(this.value, start);
			if (Methods.isForbidden(withoutWhitespace(this.value.substring(start, end)))) {
				return true;
			}
			start = end + 1;
		}
		return false;
	}

	/**
	 * Finds the comma behind an element of a value, or the value's end. A comma in a
	 * quoted string parts nothing
	 * (<a href="https://fetch.spec.whatwg.org/#header-value-get-decode-and-split">get,
	 * decode, and split</a>).
	 */
	private static int elementEnd(String value, int start) {
		boolean quoted = false;
		for (int i = start; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == ',' && !quoted) {
				return i;
			}
			if (c == '"') {
				quoted = !quoted;
			}
			else if (c == '\\' && quoted) {
				i++;
			}
		}
		return value.length();
	}

	// Other white space is part of an element.
	private static String withoutWhitespace(String element) {
		int start = 0;
		int end = element.length();
		while (start < end && isTabOrSpace(element.charAt(start))) {
			start++;
		}
		while (start < end && isTabOrSpace(element.charAt(end - 1))) {
			end--;
		}
		return element.substring(start, end);
	}

	private static boolean isTabOrSpace(char c) {
		return c == ' ' || c == '\t';
	}

}
