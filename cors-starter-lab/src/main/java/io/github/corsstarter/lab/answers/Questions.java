package io.github.corsstarter.lab.answers;

import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.autoconfigure.actuate.LabAnswers;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The questions that the lab can ask.
 */
final class Questions implements LabAnswers {

	// More than a URL holds that servers read.
	private static final int MAX_INPUT = 16_384;

	private final Map<String, Question> questions;

	Questions(Map<String, Question> questions) {
		this.questions = new TreeMap<>(questions);
	}

	@Override
	public OperationResponseBody answer(String name, String input) {
		Question question = this.questions.get(name);
		if (question == null) {
			throw new InvalidEndpointRequestException("The lab can ask: " + String.join(", ", this.questions.keySet()),
					"Unknown question");
		}
		if (input.length() > MAX_INPUT) {
			throw new InvalidEndpointRequestException("The input is longer than " + MAX_INPUT + " characters",
					"Input too long");
		}
		return question.answer(input);
	}

	/**
	 * A question.
	 */
	@FunctionalInterface
	interface Question {

		/**
		 * Answers it.
		 * @param input what it is about, bounded in its length
		 * @throws InvalidEndpointRequestException if the input cannot be read
		 */
		OperationResponseBody answer(String input);

	}

}
