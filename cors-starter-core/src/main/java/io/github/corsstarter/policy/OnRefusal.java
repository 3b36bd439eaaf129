package io.github.corsstarter.policy;

import io.github.corsstarter.text.Codes;

/**
 * What becomes of an actual request that is refused. Preflights are always answered.
 */
public enum OnRefusal {

	/** It is answered with 403, and nothing behind the filter runs. */
	BLOCK,

	/** It goes on, and its response carries no CORS headers. */
	FORWARD;

	/**
	 * Returns the name as configuration writes it.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

}
