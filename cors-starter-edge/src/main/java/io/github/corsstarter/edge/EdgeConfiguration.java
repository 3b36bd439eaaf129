package io.github.corsstarter.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePaths;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeFindings;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Inexpressible;
import io.github.corsstarter.explain.PropertyLocator;
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

	/** Most characters of a value that are shown. */
	private static final int SHOWN = 120;

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
		EdgeFindings inexpressible = new EdgeFindings();
		EdgeWriter writer = target.writer();
		this.model.policies().forEach((policy) -> writer.check(this.model, policy, inexpressible));
		List<EdgeFinding> findings = inexpressible.all().stream().map(this::finding).toList();
		if (!findings.isEmpty() && !this.options.findings()) {
			throw new EdgeNotExpressibleException(target, findings);
		}
		if (inexpressible.leavePathsOpen()) {
			return new EdgeOutput(List.of(), findings);
		}
		EdgeModel said = this.model.withPolicies(this.model.policies()
			.stream()
			.map((policy) -> inexpressible.areAbout(policy) ? policy.refuse() : policy)
			.toList());
		EdgeFiles files = new EdgeFiles(target.exactness().code(), said);
		writer.write(said, files);
		return new EdgeOutput(
				files.all().entrySet().stream().map((file) -> new EdgeFile(file.getKey(), file.getValue())).toList(),
				findings);
	}

	private EdgeFinding finding(Inexpressible found) {
		String value = found.value();
		String shown = (value.length() > SHOWN) ? value.substring(0, SHOWN) + "..." : value;
		PropertyLocator locator = this.options.locator();
		return new EdgeFinding(EdgeRule.about(found.key()), found.policy(),
				locator.property(found.policy(), found.property()), shown,
				locator.locate(found.policy(), found.property()), found.message(), found.advice());
	}

}
