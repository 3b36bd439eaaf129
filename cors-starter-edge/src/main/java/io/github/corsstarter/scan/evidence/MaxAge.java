package io.github.corsstarter.scan.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long a browser caches the answer to a preflight.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-max-age">the {@code
 * Access-Control-Max-Age} header</a>
 */
public final class MaxAge {

	/** Where the header is missing or cannot be read. */
	private static final Long DEFAULT_SECONDS = 5L;

	private MaxAge() {
	}

	public static Long of(@Nullable String value) {
		boolean number = value != null && !value.isEmpty() && value.length() <= 18
				&& value.chars().allMatch((c) -> c >= '0' && c <= '9');
		return (number && value != null) ? Long.valueOf(value) : DEFAULT_SECONDS;
	}

	/**
	 * Returns the time of a header that may be doubled, which is a fault of its own.
	 */
	public static Long of(List<String> elements) {
		return of(elements.isEmpty() ? null : elements.get(0));
	}

}
