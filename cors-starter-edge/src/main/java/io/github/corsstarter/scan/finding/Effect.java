package io.github.corsstarter.scan.finding;

import io.github.corsstarter.text.Codes;

/**
 * What a finding of a scan does to pages.
 */
public enum Effect {

	/** A page does not get what the policies promise it. */
	BLOCKED,

	/** A page gets what the policies do not promise it. */
	EXPOSED,

	/** Nothing yet: a cache or a later change decides. */
	LATENT,

	/** Nothing: the answer only looks different. */
	FORM,

	/** It could not be found out. */
	UNKNOWN;

	/**
	 * Returns the code that reports show.
	 * @return the name in lower case
	 */
	public String code() {
		return Codes.of(this);
	}

}
