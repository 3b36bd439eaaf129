package io.github.corsstarter.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.browser.BrowserObjection;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found.
 *
 * @param governing the policy and the pattern that govern the path, or {@code null} where
 * there are none
 * @param outcome how the request came out
 * @param refusal what was refused and why, or {@code null} unless refused
 * @param message what happens and why
 * @param advice what to change, or {@code null} where nothing is amiss
 * @param preflight what becomes of the preflight
 * @param actual what becomes of the request itself
 * @param objection why the browser keeps the response from the page, by its own checks of
 * the headers, or {@code null} where the page gets to see it
 */
public record CorsExplanation(@Nullable GoverningPolicy governing, CorsOutcome outcome, @Nullable Refusal refusal,
		String message, @Nullable String advice, Preflight preflight, Actual actual,
		@Nullable BrowserObjection objection) {

	/**
	 * Returns why the request was refused.
	 * @return the reason, or {@code null} where it was not refused
	 */
	public @Nullable RefusalReason reason() {
		return (this.refusal != null) ? this.refusal.reason() : null;
	}

	/**
	 * Whether the page gets to see the response.
	 * @return whether the browser objects to nothing
	 */
	public boolean isAccepted() {
		return this.objection == null;
	}

	/**
	 * What becomes of the preflight.
	 *
	 * @param required whether a browser sends one
	 * @param because why it sends one: a clause for each cause
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
