package io.github.corsstarter.autoconfigure.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;

/**
 * A path of a policy that governs.
 *
 * @param spec the policy
 * @param key the entry of its paths
 * @param expression the path
 */
record GoverningPath(CorsPolicySpec spec, PolicyKey key, PathExpression expression) {

	static List<GoverningPath> of(List<CorsPolicySpec> specs, PathMatching matching) {
		List<GoverningPath> paths = new ArrayList<>();
		for (CorsPolicySpec spec : specs) {
			List<String> written = (spec.paths() != null && spec.mode() != PolicyMode.REPORT_ONLY) ? spec.paths()
					: List.of();
			for (int i = 0; i < written.size(); i++) {
				try {
					paths.add(new GoverningPath(spec, new PolicyKey("paths", i), matching.parse(written.get(i))));
				}
				catch (InvalidPathException ex) {
					// Reported when policies are compiled.
				}
			}
		}
		return paths;
	}

}
