package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.PolicyKey;

/**
 * Takes the findings about one policy.
 */
final class FindingCollector {

	private final String policy;

	private final List<Finding> findings = new ArrayList<>();

	FindingCollector(String policy) {
		this.policy = policy;
	}

	void add(Rule rule, String key, String value, String message, String advice) {
		add(rule, PolicyKey.of(key), value, message, advice);
	}

	void add(Rule rule, PolicyKey key, String value, String message, String advice) {
		add(new Finding(rule, this.policy, key, key.toString(), value, null, message, advice));
	}

	void add(Finding finding) {
		this.findings.add(finding);
	}

	List<Finding> findings() {
		return this.findings;
	}

	boolean hasErrors() {
		for (Finding finding : this.findings) {
			if (finding.severity() == Severity.ERROR) {
				return true;
			}
		}
		return false;
	}

}
