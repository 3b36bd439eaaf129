package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Finding;

/**
 * Configured policies and policies from code that were compiled together.
 *
 * @param specs the policies as they were compiled
 * @param policies the policies
 * @param errors what is wrong with policies from code, which were left out
 * @param beans the bean that each policy from code comes from, by the policy's name
 */
record AdmittedPolicies(List<CorsPolicySpec> specs, CorsPolicySet policies, List<Finding> errors,
		Map<String, String> beans) {

	/**
	 * Returns configured policies without any from code.
	 */
	static AdmittedPolicies configured(List<CorsPolicySpec> specs, CorsPolicySet policies) {
		return new AdmittedPolicies(specs, policies, List.of(), Map.of());
	}

	boolean isFromCode(Finding finding) {
		return this.beans.containsKey(finding.policy());
	}

	/**
	 * Puts to findings about policies from code which bean supplies them.
	 * @param findings what was found about the policies that are not left out
	 * @return these findings and the errors, none twice
	 */
	List<Finding> locate(List<Finding> findings) {
		return Stream.concat(this.errors.stream(), findings.stream()).map(this::locate).distinct().toList();
	}

	private Finding locate(Finding finding) {
		String key = finding.key().equals(PolicyKey.NONE) ? "" : "." + finding.key();
		return finding.at(finding.policy() + key, "bean " + this.beans.get(finding.policy()));
	}

}
