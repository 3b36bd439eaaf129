package io.github.corsstarter;

import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.PolicyCompiler;
import io.github.corsstarter.rules.Severity;

/**
 * Policies that are put in force together, and what was found when they were compiled.
 * Policies with errors are not among them.
 */
public final class CorsPolicySet {

	private final List<CorsPolicy> policies;

	private final List<Finding> findings;

	private final CorsSettings settings;

	private CorsPolicySet(List<CorsPolicy> policies, List<Finding> findings, CorsSettings settings) {
		this.policies = List.copyOf(policies);
		this.findings = List.copyOf(findings);
		this.settings = settings;
	}

	/**
	 * Checks and compiles policies.
	 * @param specs the policies as their authors wrote them, defaults filled in; their
	 * order means nothing
	 * @param settings what holds for all of them
	 * @return the policies and all findings
	 */
	public static CorsPolicySet compile(List<CorsPolicySpec> specs, CorsSettings settings) {
		PolicyCompiler.Result result = PolicyCompiler.compile(specs, settings);
		List<CorsPolicy> policies = result.policies()
			.stream()
			.map((compiled) -> new CorsPolicy(compiled, settings))
			.toList();
		return new CorsPolicySet(policies, result.findings(), settings);
	}

	/**
	 * Returns the policies without errors that are not off.
	 * @return the policies in the order of their specs
	 */
	public List<CorsPolicy> policies() {
		return this.policies;
	}

	/**
	 * Returns what was found about all policies.
	 * @return errors and warnings
	 */
	public List<Finding> findings() {
		return this.findings;
	}

	/**
	 * Returns the same policies with other findings: those that an adapter knows the
	 * places of, and added its own to.
	 * @param findings the findings
	 * @return a set that keeps them
	 */
	public CorsPolicySet withFindings(List<Finding> findings) {
		return new CorsPolicySet(this.policies, findings, this.settings);
	}

	/**
	 * Returns what holds for all policies.
	 * @return the settings that they were compiled with
	 */
	public CorsSettings settings() {
		return this.settings;
	}

	/**
	 * Insists on policies without errors.
	 * @return this set
	 * @throws InvalidCorsPolicyException with every error, if there is one
	 */
	public CorsPolicySet orThrow() {
		List<Finding> errors = this.findings.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.toList();
		if (!errors.isEmpty()) {
			throw new InvalidCorsPolicyException(errors);
		}
		return this;
	}

}
