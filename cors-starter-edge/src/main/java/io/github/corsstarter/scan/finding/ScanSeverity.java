package io.github.corsstarter.scan.finding;

import io.github.corsstarter.text.Codes;

/**
 * How bad a finding of a scan is.
 */
public enum ScanSeverity {

	/** Browsers do other than the policies say. */
	ERROR,

	/** They will, under circumstances that a scan does not bring about. */
	WARNING,

	/** Worth knowing. */
	INFO;

	/**
	 * Returns the code that reports show.
	 * @return the name in lower case
	 */
	public String code() {
		return Codes.of(this);
	}

}
