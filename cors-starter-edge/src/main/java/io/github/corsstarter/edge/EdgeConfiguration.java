package io.github.corsstarter.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Severity;

/**
 * Policies that are ready to be said to an edge. What is written is never wider than the
 * policies: what a target cannot say is reported, and refused there.
 *
 * <pre class="code">
 * EdgeOutput output = EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS.withBasePath("/shop"))
 *     .to(EdgeTarget.NGINX);
 * </pre>
 */
public final class EdgeConfiguration {

	private final EdgeModel model;

	private final EdgeOptions options;

	private EdgeConfiguration(EdgeModel model, EdgeOptions options) {
		this.model = model;
		this.options = options;
	}

	/**
	 * Takes policies.
	 * @param policies the policies that are in force
	 * @param options what an edge has to know beside them
	 * @return what can be written for each target
	 * @throws InvalidCorsPolicyException if a policy was left out for its errors: without
	 * it, its paths would be governed by wider ones
	 */
	public static EdgeConfiguration of(CorsPolicySet policies, EdgeOptions options) {
		requireAll(policies);
		List<CorsPolicy> sorted = policies.policies().stream().sorted(Comparator.comparing(CorsPolicy::name)).toList();
		List<EdgePolicy> governing = new ArrayList<>();
		List<String> reporting = new ArrayList<>();
		for (CorsPolicy policy : sorted) {
			if (policy.mode().governs()) {
				governing.add(EdgePolicy.of(governing.size() + 1, policy.compiled()));
			}
			else {
				reporting.add(policy.name());
			}
		}
		boolean caseSensitive = (options.caseSensitivePaths() != null) ? options.caseSensitivePaths()
				: policies.settings().caseSensitivePaths();
		return new EdgeConfiguration(new EdgeModel(governing, EdgePaths.of(governing, caseSensitive), reporting,
				policies.settings(), options.basePath(), caseSensitive), options);
	}

	private static void requireAll(CorsPolicySet policies) {
		List<String> names = policies.policies().stream().map(CorsPolicy::name).toList();
		List<Finding> errors = policies.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR && !names.contains(finding.policy()))
			.toList();
		if (!errors.isEmpty()) {
			throw new InvalidCorsPolicyException(errors);
		}
	}

	/**
	 * Writes the configuration of a target.
	 * @param target the target
	 * @return its files, and what it cannot say if findings are asked for
	 * @throws EdgeNotExpressibleException if the target cannot say all of the policies
	 * and findings are not asked for
	 */
	public EdgeOutput to(EdgeTarget target) {
		EdgeFindings findings = new EdgeFindings(this.options.locator());
		EdgeWriter writer = target.writer();
		this.model.policies().forEach((policy) -> writer.check(this.model, policy, findings));
		if (!findings.all().isEmpty() && !this.options.findings()) {
			throw new EdgeNotExpressibleException(target, findings.all());
		}
		List<EdgePolicy> said = this.model.policies()
			.stream()
			.map((policy) -> findings.areAbout(policy) ? policy.refuse() : policy)
			.toList();
		return new EdgeOutput(findings.leavePathsOpen() ? List.of() : writer.write(this.model.withPolicies(said)),
				findings.all());
	}

}
