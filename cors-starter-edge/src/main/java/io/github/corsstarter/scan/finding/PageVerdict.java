package io.github.corsstarter.scan.finding;

/**
 * What a browser makes of the answers to a single request of a page.
 *
 * @param result what becomes of the request
 * @param message what was asked and what came, fit to be shown
 */
public record PageVerdict(Result result, String message) {

	/**
	 * What becomes of a request.
	 */
	public enum Result {

		/** The page gets it. */
		GRANTED,

		/** It is answered 403 without CORS headers, as a policy refuses. */
		REFUSED,

		/** The page does not get it, whatever was answered. */
		BLOCKED,

		/** There was no answer. */
		UNKNOWN

	}

}
