package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;

import io.github.corsstarter.rules.Finding;

/**
 * Makes the text that tells an application's author what is wrong.
 */
public final class FindingReport {

	/**
	 * Most findings that are told at once. They are read on a screen; who mends fifty
	 * problems starts again anyway.
	 */
	public static final int MAX_FINDINGS = 50;

	private FindingReport() {
	}

	/**
	 * Describes findings, the first fifty in full.
	 * @param findings what is wrong
	 * @return a text of several lines
	 */
	public static String of(List<Finding> findings) {
		StringBuilder report = new StringBuilder();
		report.append((findings.size() == 1) ? "There is a problem" : "There are " + findings.size() + " problems")
			.append(" in the configuration of CORS:");
		findings.stream().limit(MAX_FINDINGS).forEach((finding) -> describe(finding, report));
		if (findings.size() > MAX_FINDINGS) {
			report.append("%n%n... and %d more".formatted(findings.size() - MAX_FINDINGS));
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
		report.append("    > %s%n".formatted(finding.advice()));
		report.append("    %s".formatted(finding.rule().address()));
	}

}
