package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.rules.Finding;

/**
 * Configured policies and policies from code that were compiled together.
 *
 * @param policies the policies
 * @param findings what was found about the configured ones
 * @param findingsFromCode what was found about those from code, those that were left out
 * among them
 * @param beans the bean that each policy from code comes from, by the policy's name
 */
record AdmittedPolicies(CorsPolicySet policies, List<Finding> findings, List<Finding> findingsFromCode,
		Map<String, String> beans) {
}
