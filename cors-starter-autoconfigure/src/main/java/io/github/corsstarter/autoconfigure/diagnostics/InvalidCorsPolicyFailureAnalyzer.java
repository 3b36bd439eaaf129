package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;

import io.github.corsstarter.Finding;
import io.github.corsstarter.InvalidCorsPolicyException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints everything that is wrong with the policies when an application does not start
 * for it.
 */
final class InvalidCorsPolicyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidCorsPolicyException> {

	/** A report is read on a screen; who mends fifty problems starts again anyway. */
	private static final int MOST = 50;

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidCorsPolicyException cause) {
		return new FailureAnalysis(description(cause.getFindings()), action(cause.getFindings()), cause);
	}

	private static String description(List<Finding> findings) {
		StringBuilder report = new StringBuilder();
		report.append((findings.size() == 1) ? "There is a problem" : "There are " + findings.size() + " problems")
			.append(" in the configuration of CORS:");
		findings.stream().limit(MOST).forEach((finding) -> describe(finding, report));
		if (findings.size() > MOST) {
			report.append("%n%n... and %d more".formatted(findings.size() - MOST));
		}
		return report.toString();
	}

	private static void describe(Finding finding, StringBuilder report) {
		report.append("%n%n%s%s%n".formatted(finding.property(),
				finding.value().isEmpty() ? "" : ": \"" + finding.value() + "\""));
		if (finding.source() != null) {
			report.append("    at %s%n".formatted(finding.source()));
		}
		report.append("    %s [%s]%n".formatted(finding.message(), finding.rule().id()));
		report.append("    > %s".formatted(finding.advice()));
	}

	private static String action(List<Finding> findings) {
		return (findings.size() == 1) ? "Change the property as the line after > says."
				: "Change each property as the line after its > says.";
	}

}
