package io.github.corsstarter.autoconfigure;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.text.Codes;

/**
 * The result of reading policies again.
 *
 * @param time when the policies were read
 * @param outcome which policies are in force since then
 * @param problems the errors that were found
 * @param changes what browsers may do now that they could not before, and the reverse: a
 * line for each policy that grants more or less
 */
public record RefreshResult(Instant time, Outcome outcome, List<Finding> problems, List<String> changes) {

	/** Most changes that log and endpoint tell; they count the rest. */
	public static final int MAX_CHANGES = 50;

	/**
	 * Creates a result.
	 */
	public RefreshResult {
		problems = List.copyOf(problems);
		changes = List.copyOf(changes);
	}

	/**
	 * Which policies are in force.
	 */
	public enum Outcome {

		/** The new policies are in force. */
		APPLIED,

		/** The old policies are still in force. */
		REJECTED;

		/**
		 * Returns the name as the endpoint shows it.
		 * @return the name in lower case
		 */
		public String code() {
			return Codes.of(this);
		}

	}

}
