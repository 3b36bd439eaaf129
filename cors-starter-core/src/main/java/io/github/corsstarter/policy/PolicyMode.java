package io.github.corsstarter.policy;

import io.github.corsstarter.text.Codes;

/**
 * What a policy does with the requests on its paths.
 */
public enum PolicyMode {

	/** Grants and refuses. */
	ENFORCE,

	/** Refuses every CORS request; needs no origins. */
	DENY,

	/** Governs nothing, and records what it would have refused. */
	REPORT_ONLY,

	/** Does nothing, as if the policy were not written. */
	OFF;

	/**
	 * Returns the name as configuration, logs and metrics write it.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Whether policies of this mode decide about requests.
	 * @return whether it is {@link #ENFORCE} or {@link #DENY}
	 */
	public boolean governs() {
		return this == ENFORCE || this == DENY;
	}

}
