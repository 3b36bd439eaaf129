package io.github.corsstarter.scan.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110,
 * section 10.2.3</a>
 */
public final class RetryAfter {

	/** The longest time that is waited: a server must not hold a build for an hour. */
	static final Duration LONGEST = Duration.ofMinutes(2);

	private RetryAfter() {
	}

	/**
	 * Returns how long to wait.
	 * @return a time up to {@link #LONGEST}, or {@code null} where the server asks for
	 * nothing, or for more
	 */
	public static @Nullable Duration of(Answer answer, Instant now) {
		if (answer.status() != 429 && answer.status() != 503) {
			return null;
		}
		String value = answer.joined("Retry-After");
		Duration wait = (value != null) ? parse(value.strip(), now) : null;
		return (wait != null && wait.compareTo(LONGEST) <= 0) ? wait : null;
	}

	private static @Nullable Duration parse(String value, Instant now) {
		if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		try {
			Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
			return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
