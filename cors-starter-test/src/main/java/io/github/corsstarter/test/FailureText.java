package io.github.corsstarter.test;

import io.github.corsstarter.CorsExplanation;

/**
 * Makes the text with which an assertion fails.
 */
final class FailureText {

	private FailureText() {
	}

	static String of(String request, String expectation, CorsExplanation explanation) {
		StringBuilder text = new StringBuilder("\nExpected\n  ").append(request)
			.append("\n")
			.append(expectation)
			.append(", but it is ")
			.append(explanation.outcome());
		if (explanation.reason() != null) {
			text.append(" (").append(explanation.reason()).append(')');
		}
		if (explanation.policy() != null) {
			text.append(" by the policy ").append(explanation.policy()).append(" at ").append(explanation.pattern());
		}
		text.append(", and the browser ").append(explanation.browser()).append(" the response:\n  ");
		text.append(explanation.message());
		if (explanation.advice() != null) {
			text.append("\n  ").append(explanation.advice());
		}
		if (explanation.preflight().required()) {
			text.append("\nThe browser sends a preflight: ")
				.append(String.join("; ", explanation.preflight().because()))
				.append('.');
		}
		return text.append('\n').toString();
	}

}
