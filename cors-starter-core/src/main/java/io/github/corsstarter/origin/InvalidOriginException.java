package io.github.corsstarter.origin;

/**
 * Thrown when an entry of a policy's allowed origins could match no browser's origin.
 */
public final class InvalidOriginException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String advice;

	InvalidOriginException(String message, String advice) {
		super(message);
		this.advice = advice;
	}

	/**
	 * Returns what to write instead.
	 * @return a sentence
	 */
	public String getAdvice() {
		return this.advice;
	}

}
