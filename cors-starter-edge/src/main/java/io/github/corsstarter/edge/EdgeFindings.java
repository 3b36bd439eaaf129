package io.github.corsstarter.edge;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.path.PathExpression;

/**
 * Collects what a target cannot say, with the place of each value.
 */
final class EdgeFindings {

	/** Most characters of a value that are shown. */
	private static final int SHOWN = 120;

	private final PropertyLocator locator;

	private final List<EdgeFinding> findings = new ArrayList<>();

	EdgeFindings(PropertyLocator locator) {
		this.locator = locator;
	}

	void path(EdgePolicy policy, PathExpression path, String message, String advice) {
		int index = policy.resolved().paths().indexOf(path.toString());
		add(EdgeRule.EDGE_PATH_NOT_EXPRESSIBLE, policy, "paths[" + index + "]", path.toString(), message, advice);
	}

	void origin(EdgePolicy policy, String origin, String message, String advice) {
		int index = policy.resolved().allowedOrigins().indexOf(origin);
		add(EdgeRule.EDGE_ORIGIN_NOT_EXPRESSIBLE, policy, "allowed-origins[" + index + "]", origin, message, advice);
	}

	void add(EdgeRule rule, EdgePolicy policy, String key, String value, String message, String advice) {
		String shown = (value.length() > SHOWN) ? value.substring(0, SHOWN) + "..." : value;
		this.findings.add(new EdgeFinding(rule, policy.name(), this.locator.property(policy.name(), key), shown,
				this.locator.locate(policy.name(), key), message, advice));
	}

	List<EdgeFinding> all() {
		return this.findings;
	}

	/**
	 * Whether something was found about the policy.
	 */
	boolean areAbout(EdgePolicy policy) {
		return this.findings.stream().anyMatch((finding) -> finding.policy().equals(policy.name()));
	}

	/**
	 * Whether there are paths that cannot be refused either.
	 */
	boolean leavePathsOpen() {
		return this.findings.stream().anyMatch((finding) -> finding.rule() == EdgeRule.EDGE_PATH_NOT_EXPRESSIBLE);
	}

}
