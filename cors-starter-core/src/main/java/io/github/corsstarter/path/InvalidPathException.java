package io.github.corsstarter.path;

/**
 * Thrown when an entry of a policy's paths is no pattern that the index can hold.
 */
public final class InvalidPathException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String advice;

	InvalidPathException(String message, String advice) {
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
