package io.github.corsstarter.sample.lab;

import io.github.corsstarter.rules.Finding;

/**
 * What a rule says about a drafted policy.
 *
 * @param severity {@code error} or {@code warning}
 * @param rule the rule's id
 * @param property the key of the policy
 * @param value the value that breaks the rule
 * @param message why
 * @param advice what to write instead
 */
record DraftFinding(String severity, String rule, String property, String value, String message, String advice) {

	static DraftFinding of(Finding finding) {
		return new DraftFinding(finding.severity().code(), finding.rule().id(), finding.property(), finding.value(),
				finding.message(), finding.advice());
	}

}
