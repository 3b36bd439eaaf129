package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * A policy without errors, in the form by which requests are decided. What writes the
 * policy for other programs, such as a proxy, takes it from here and does not read the
 * texts of the policy again.
 *
 * @param resolved the policy in texts, with all defaults filled in
 * @param paths the path patterns, the most specific one first
 * @param origins the allowed origins; a policy of mode {@link PolicyMode#DENY} needs none
 */
public record CompiledPolicy(ResolvedPolicy resolved, List<PathExpression> paths, OriginSet origins) {

	/**
	 * Creates a policy.
	 */
	public CompiledPolicy {
		List<PathExpression> sorted = new ArrayList<>(paths);
		Collections.sort(sorted);
		paths = List.copyOf(sorted);
	}

	/**
	 * Returns the name.
	 * @return the policy's identity in logs, metrics and endpoint
	 */
	public String name() {
		return this.resolved.name();
	}

	/**
	 * Returns the mode.
	 * @return what the policy does; never {@link PolicyMode#OFF}
	 */
	public PolicyMode mode() {
		return this.resolved.mode();
	}

}
