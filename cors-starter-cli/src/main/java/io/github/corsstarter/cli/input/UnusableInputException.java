package io.github.corsstarter.cli.input;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a command cannot do its work with what it was given. The message is for its
 * user, and names the argument or the file.
 */
public final class UnusableInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message what is wrong and what to do
	 */
	public UnusableInputException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what is wrong and what to do
	 * @param cause where it was found
	 */
	public UnusableInputException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
