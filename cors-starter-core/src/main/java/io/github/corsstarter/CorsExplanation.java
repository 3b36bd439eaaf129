package io.github.corsstarter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a dry run found, in the form that the endpoint shows: codes are texts.
 *
 * @param policy the governing policy, or {@code null} where there is none
 * @param pattern the path pattern that led to it, or {@code null} where there is none
 * @param outcome the code of a {@link CorsOutcome}
 * @param reason the code of a {@link RefusalReason}, or {@code null} unless refused
 * @param detail what in the request was refused, or {@code null}
 * @param message what happens and why
 * @param advice what to change, or {@code null} where nothing is amiss
 * @param preflight what becomes of the preflight
 * @param actual what becomes of the request itself
 * @param browser {@code accepts} or {@code blocks}: whether the page gets to see the
 * response, by the browser's own checks of the headers
 */
public record CorsExplanation(@Nullable String policy, @Nullable String pattern, String outcome,
		@Nullable String reason, @Nullable String detail, String message, @Nullable String advice, Preflight preflight,
		Actual actual, String browser) {

	/**
	 * What becomes of the preflight.
	 *
	 * @param required whether a browser sends one
	 * @param because why it sends one: a clause a cause
	 * @param status the status that it gets, or {@code null} where the filter does not
	 * answer it
	 * @param headers the headers that it gets from the filter; empty where it does not
	 * answer it
	 */
	public record Preflight(boolean required, List<String> because, @Nullable Integer status,
			Map<String, String> headers) {

		/**
		 * Creates a description.
		 */
		public Preflight {
			because = List.copyOf(because);
			headers = copy(headers);
		}

	}

	/**
	 * What becomes of the request itself.
	 *
	 * @param sent whether a browser sends it
	 * @param handled whether it reaches what is behind the filter, or {@code null} where
	 * it is not sent
	 * @param status the status that it gets, or {@code null} where the filter does not
	 * answer it
	 * @param headers the headers that it gets from the filter, or {@code null} where it
	 * is not sent
	 */
	public record Actual(boolean sent, @Nullable Boolean handled, @Nullable Integer status,
			@Nullable Map<String, String> headers) {

		/**
		 * Creates a description.
		 */
		public Actual {
			headers = (headers != null) ? copy(headers) : null;
		}

	}

	// Map.copyOf would lose the order.
	private static Map<String, String> copy(Map<String, String> headers) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
	}

}
