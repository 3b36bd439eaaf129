package io.github.corsstarter.rules;

import io.github.corsstarter.text.Codes;

/**
 * How bad a finding is.
 */
public enum Severity {

	/** The policy does something other than its author meant, or opens a door. */
	ERROR,

	/** The policy works, but deserves a second look. */
	WARNING;

	/**
	 * Returns the name as reports and endpoint write it.
	 * @return the name in lower case
	 */
	public String code() {
		return Codes.of(this);
	}

}
