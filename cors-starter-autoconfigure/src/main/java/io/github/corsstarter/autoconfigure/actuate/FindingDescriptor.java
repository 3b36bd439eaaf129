package io.github.corsstarter.autoconfigure.actuate;

import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.autoconfigure.diagnostics.FindingReport;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a policy.
 *
 * @param severity how bad it is
 * @param rule the rule's id
 * @param policy the policy's name, or {@code null} where it is about none alone
 * @param property the property to change
 * @param value the value that breaks the rule
 * @param source where the value stands, or {@code null} where that is not known
 * @param message why it is a problem: a phrase that follows the value
 * @param advice what to write instead
 * @param accepted {@code true} where the policy's author accepts the warning, and
 * otherwise {@code null}
 */
public record FindingDescriptor(String severity, String rule, @Nullable String policy, String property, String value,
		@Nullable String source, String message, String advice, @Nullable Boolean accepted) {

	/**
	 * Describes a finding.
	 * @param finding the finding
	 * @return its description
	 */
	public static FindingDescriptor of(Finding finding) {
		return new FindingDescriptor(finding.severity().code(), finding.rule().id(),
				finding.policy().isEmpty() ? null : Printable.line(finding.policy(), Printable.MAX_LENGTH),
				finding.property(), finding.value(), finding.source(), finding.message(), finding.advice(),
				finding.accepted() ? true : null);
	}

	/**
	 * Describes the first fifty findings, errors in front.
	 */
	static List<FindingDescriptor> first(List<Finding> findings) {
		return findings.stream()
			.sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::accepted))
			.limit(FindingReport.MAX_FINDINGS)
			.map(FindingDescriptor::of)
			.toList();
	}

	/**
	 * Counts the findings beside the first fifty.
	 */
	static int dropped(List<Finding> findings) {
		return Math.max(0, findings.size() - FindingReport.MAX_FINDINGS);
	}

}
