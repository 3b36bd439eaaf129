package io.github.corsstarter;

import io.github.corsstarter.text.Codes;

/**
 * Why a request was refused: the first check that failed, in the order of the Fetch
 * standard.
 */
public enum RefusalReason {

	/** The policy denies every CORS request. */
	DENIED,

	/** Two readings of the path lead to different policies. */
	PATH_AMBIGUOUS,

	/** The origin is too long, empty, repeated or no serialized origin. */
	ORIGIN_MALFORMED,

	/** The origin is not listed. */
	ORIGIN_NOT_ALLOWED,

	/** The policy does not list the method, or no HTTP method is written so. */
	METHOD_NOT_ALLOWED,

	/** More requested header names, or longer ones, than are read. */
	HEADERS_MALFORMED,

	/** The policy does not list a requested header, or no header is named so. */
	HEADER_NOT_ALLOWED;

	/**
	 * Returns the name as endpoint, logs and metrics write it.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

}
