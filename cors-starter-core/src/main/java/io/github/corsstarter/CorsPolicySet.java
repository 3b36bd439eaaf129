package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.CompiledPolicy;
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

	private final List<UngovernedRoute> ungovernedRoutes;

	private CorsPolicySet(List<CorsPolicy> policies, List<Finding> findings, CorsSettings settings,
			List<UngovernedRoute> ungovernedRoutes) {
		this.policies = List.copyOf(policies);
		this.findings = List.copyOf(findings);
		this.settings = settings;
		this.ungovernedRoutes = List.copyOf(ungovernedRoutes);
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
		List<CorsPolicy> policies = new ArrayList<>();
		for (CompiledPolicy compiled : result.policies()) {
			policies.add(new CorsPolicy(compiled, settings));
		}
		return new CorsPolicySet(policies, result.findings(), settings, List.of());
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
		return new CorsPolicySet(this.policies, findings, this.settings, this.ungovernedRoutes);
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

	/**
	 * Returns the same policies in an application with routes that no filter sees, as an
	 * adapter knows them. The routes decide nothing; dry runs tell of them.
	 * @param routes the routes
	 * @return a set that keeps them
	 */
	public CorsPolicySet withUngovernedRoutes(List<UngovernedRoute> routes) {
		return new CorsPolicySet(this.policies, this.findings, this.settings, routes);
	}

	/**
	 * Returns the routes that no filter sees.
	 * @return the routes, whatever patterns of policies match them
	 */
	public List<UngovernedRoute> ungovernedRoutes() {
		return this.ungovernedRoutes;
	}

	/**
	 * A route that a server serves in front of every filter.
	 *
	 * @param server what serves it, as its author knows it
	 * @param path the paths that it serves
	 */
	public record UngovernedRoute(String server, PathExpression path) {
	}

}
