package io.github.corsstarter.diff;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.policy.PolicyMode;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about the paths of a region in one version.
 *
 * @param policy the policy, or {@code null} where none governs
 * @param pattern the pattern that leads to it
 * @param grants whether the policy grants anything there
 */
record Governed(@Nullable CorsPolicy policy, String pattern, boolean grants) {

	private static final Governed NONE = new Governed(null, "", false);

	static Governed of(@Nullable GoverningPolicy governing) {
		if (governing == null) {
			return NONE;
		}
		boolean grants = governing.policy().mode() == PolicyMode.ENFORCE && !governing.ambiguous();
		return new Governed(governing.policy(), governing.pattern(), grants);
	}

}
