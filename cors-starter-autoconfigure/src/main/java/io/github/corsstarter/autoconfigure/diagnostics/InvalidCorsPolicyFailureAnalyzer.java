package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;

import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints everything that is wrong with the policies when an application does not start
 * for it.
 */
final class InvalidCorsPolicyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidCorsPolicyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidCorsPolicyException cause) {
		return new FailureAnalysis(FindingReport.of(cause.getFindings()), action(cause.getFindings()), cause);
	}

	private static String action(List<Finding> findings) {
		return (findings.size() == 1) ? "Change the property as the line after > says."
				: "Change each property as the line after its > says.";
	}

}
