package io.github.corsstarter.edge.writer;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.path.PathExpression;

/**
 * Collects what a target cannot say.
 */
public final class EdgeFindings {

	private static final String PATHS = "paths";

	private final List<Inexpressible> findings = new ArrayList<>();

	/**
	 * Adds a path.
	 * @param policy the policy
	 * @param path the path
	 * @param message why it cannot be said: a phrase that follows the value
	 * @param advice what to do: a sentence
	 */
	public void path(EdgePolicy policy, PathExpression path, String message, String advice) {
		int index = policy.resolved().paths().indexOf(path.toString());
		this.findings.add(new Inexpressible(policy.name(), PATHS, index, path.toString(), message, advice));
	}

	/**
	 * Adds an origin, as {@link #path} does.
	 */
	public void origin(EdgePolicy policy, String origin, String message, String advice) {
		int index = policy.resolved().allowedOrigins().indexOf(origin);
		this.findings.add(new Inexpressible(policy.name(), "allowed-origins", index, origin, message, advice));
	}

	/**
	 * Adds a whole value.
	 * @param policy the policy
	 * @param key the value's key, as {@code max-age}
	 * @param value the value
	 * @param message why it cannot be said: a phrase that follows the value
	 * @param advice what to do: a sentence
	 */
	public void add(EdgePolicy policy, String key, String value, String message, String advice) {
		this.findings.add(new Inexpressible(policy.name(), key, Inexpressible.WHOLE, value, message, advice));
	}

	/**
	 * Returns what was found, in the order in which it was.
	 */
	public List<Inexpressible> all() {
		return List.copyOf(this.findings);
	}

	/**
	 * Whether something was found about the policy.
	 */
	public boolean areAbout(EdgePolicy policy) {
		return this.findings.stream().anyMatch((finding) -> finding.policy().equals(policy.name()));
	}

	/**
	 * Whether there are paths that cannot be refused either.
	 */
	public boolean leavePathsOpen() {
		return this.findings.stream().anyMatch((finding) -> finding.key().equals(PATHS));
	}

}
