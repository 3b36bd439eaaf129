package io.github.corsstarter.test;

import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.explain.CorsExplanation;

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
			.append(explanation.outcome().code());
		RefusalReason reason = explanation.reason();
		if (reason != null) {
			text.append(" (").append(reason.code()).append(')');
		}
		GoverningPolicy governing = explanation.governing();
		if (governing != null) {
			text.append(" by the policy ").append(governing.policy()).append(" at ").append(governing.pattern());
		}
		text.append(", and the browser ")
			.append((explanation.objection() == null) ? "accepts" : "blocks")
			.append(" the response:\n  ");
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
