package io.github.corsstarter.autoconfigure;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.text.Codes;

/**
 * What came of reading policies again.
 *
 * @param time when it was tried
 * @param outcome which policies are in force since
 * @param problems what was wrong
 */
public record RefreshResult(Instant time, Outcome outcome, List<Finding> problems) {

	/**
	 * Creates a result.
	 */
	public RefreshResult {
		problems = List.copyOf(problems);
	}

	/**
	 * Which policies are in force.
	 */
	public enum Outcome {

		/** The new ones. */
		APPLIED,

		/** Those from before. */
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
