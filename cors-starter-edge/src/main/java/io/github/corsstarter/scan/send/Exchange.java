package io.github.corsstarter.scan.send;

import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.wire.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A probe and what came of it: an answer, or why there is none.
 *
 * @param probe what was asked
 * @param answer the answer, or {@code null}
 * @param failure why there is no answer, as a clause without a full stop and fit to be
 * shown, or {@code null}
 */
public record Exchange(Probe probe, @Nullable Answer answer, @Nullable String failure) {

	/**
	 * Creates an exchange with an answer.
	 * @param probe what was asked
	 * @param answer what came
	 * @return the exchange
	 */
	public static Exchange answered(Probe probe, Answer answer) {
		return new Exchange(probe, answer, null);
	}

	/**
	 * Creates an exchange without an answer.
	 * @param probe what was asked, or was to be
	 * @param failure why there is no answer, as a clause without a full stop
	 * @return the exchange
	 */
	public static Exchange unanswered(Probe probe, String failure) {
		return new Exchange(probe, null, failure);
	}

}
