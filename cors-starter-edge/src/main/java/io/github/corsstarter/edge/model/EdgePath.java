package io.github.corsstarter.edge.model;

import io.github.corsstarter.path.PathExpression;

/**
 * A step in the search for the policy of a path: the first one that matches counts.
 *
 * @param path what matches
 * @param policy the policy's number, or {@link EdgePolicy#AMBIGUOUS}
 */
public record EdgePath(PathExpression path, int policy) {

	public boolean isAmbiguous() {
		return this.policy == EdgePolicy.AMBIGUOUS;
	}

}
