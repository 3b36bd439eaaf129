package io.github.corsstarter;

import io.github.corsstarter.text.Codes;

/**
 * How a request came out.
 */
public enum CorsOutcome {

	/** The policy allows the cross-origin request. */
	GRANTED,

	/** The policy does not allow the cross-origin request. */
	REFUSED,

	/** The request comes from the application's own origin. */
	SAME_ORIGIN,

	/** The request has no {@code Origin}: it is no CORS request. */
	NO_ORIGIN,

	/** No policy governs the path. */
	NO_POLICY;

	/**
	 * Returns the name as endpoint, logs and metrics write it.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

}
