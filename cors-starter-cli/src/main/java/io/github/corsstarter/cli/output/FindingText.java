package io.github.corsstarter.cli.output;

import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.rules.Severity;
import picocli.CommandLine.Help.Ansi;

/**
 * Findings in the words of the report that a failed start prints.
 */
public final class FindingText {

	private FindingText() {
	}

	/**
	 * Picks findings.
	 * @param severity a severity
	 * @param findings all findings
	 * @return those of this severity, and worse ones, but for accepted ones
	 */
	public static List<FindingDescriptor> from(Severity severity, List<FindingDescriptor> findings) {
		return findings.stream()
			.filter((finding) -> finding.accepted() == null && (isError(finding) || severity == Severity.WARNING))
			.toList();
	}

	/**
	 * Whether a finding stops any start.
	 * @param finding the finding
	 * @return whether it is an error
	 */
	public static boolean isError(FindingDescriptor finding) {
		return finding.severity().equals(Severity.ERROR.code());
	}

	/**
	 * Describes findings.
	 * @param findings what was found
	 * @return a paragraph each
	 */
	public static String of(List<FindingDescriptor> findings) {
		return of(findings, Ansi.OFF);
	}

	/**
	 * Describes findings.
	 * @param findings what was found
	 * @param ansi whether there are colours
	 * @return a paragraph each
	 */
	public static String of(List<FindingDescriptor> findings, Ansi ansi) {
		return findings.stream().map((finding) -> of(finding, ansi)).collect(Collectors.joining("\n\n"));
	}

	private static String of(FindingDescriptor finding, Ansi ansi) {
		String severity = ansi.string(isError(finding) ? "@|bold,red error|@" : "@|bold,yellow warning|@");
		return (finding.accepted() != null ? "accepted " : "") + severity + ": " + finding.property()
				+ (finding.value().isEmpty() ? "" : ": \"" + finding.value() + "\"")
				+ ((finding.source() != null) ? "\n    at " + finding.source() : "") + "\n    " + finding.message()
				+ " [" + finding.rule() + "]\n    > " + finding.advice()
				+ RuleAddress.of(finding.rule()).map((address) -> "\n    " + address).orElse("");
	}

}
