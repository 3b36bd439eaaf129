package io.github.corsstarter.edge;

import io.github.corsstarter.text.Codes;

/**
 * How much of a policy a target can say. Whatever it is, what is written is never wider
 * than the policy.
 */
public enum Exactness {

	/** The same decision, status and headers as the starter's, but for named losses. */
	EXACT,

	/** Browsers end up the same; the server itself refuses less. */
	BROWSER,

	/** Some policies cannot be said, and are reported. */
	PART;

	/**
	 * Returns the word for it.
	 * @return the name in lower case
	 */
	public String code() {
		return Codes.of(this);
	}

}
