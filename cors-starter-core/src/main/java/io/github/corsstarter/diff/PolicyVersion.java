package io.github.corsstarter.diff;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.path.PathExpression;

/**
 * One version of an application's policies.
 *
 * @param policies the policies
 * @param locator tells where they are written
 */
public record PolicyVersion(CorsPolicySet policies, PropertyLocator locator) {

	boolean ignoresCase() {
		return !this.policies.settings().caseSensitivePaths();
	}

	List<PathExpression> paths() {
		return this.policies.policies()
			.stream()
			.filter((policy) -> policy.mode().governs())
			.map((policy) -> policy.compiled().paths())
			.flatMap(Collection::stream)
			.toList();
	}

}
