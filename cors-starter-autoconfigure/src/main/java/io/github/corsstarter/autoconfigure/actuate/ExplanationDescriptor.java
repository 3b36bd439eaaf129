package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsExplanation.Actual;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found.
 *
 * @param policy the governing policy, or {@code null} where there is none
 * @param pattern the path pattern that led to it, or {@code null} where there is none
 * @param outcome how the request came out
 * @param reason why it was refused, or {@code null} unless refused
 * @param detail what in the request was refused, or {@code null}
 * @param message what happens and why
 * @param advice what to change, or {@code null} where nothing is amiss
 * @param preflight what becomes of the preflight
 * @param actual what becomes of the request itself
 * @param browser {@code accepts} or {@code blocks}: whether the page gets to see the
 * response, by the browser's own checks of the headers
 */
public record ExplanationDescriptor(@Nullable String policy, @Nullable String pattern, String outcome,
		@Nullable String reason, @Nullable String detail, String message, @Nullable String advice, Preflight preflight,
		Actual actual, String browser) {

	/**
	 * Describes an explanation.
	 * @param explanation the explanation
	 * @return the description
	 */
	public static ExplanationDescriptor of(CorsExplanation explanation) {
		GoverningPolicy governing = explanation.governing();
		Refusal refusal = explanation.refusal();
		return new ExplanationDescriptor((governing != null) ? governing.policy().name() : null,
				(governing != null) ? governing.pattern() : null, explanation.outcome().code(),
				(refusal != null) ? refusal.reason().code() : null,
				(refusal != null && !refusal.detail().isEmpty()) ? refusal.detail() : null, explanation.message(),
				explanation.advice(), explanation.preflight(), explanation.actual(),
				(explanation.objection() != null) ? "blocks" : "accepts");
	}

}
