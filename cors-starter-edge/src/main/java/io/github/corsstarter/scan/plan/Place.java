package io.github.corsstarter.scan.plan;

import org.jspecify.annotations.Nullable;

/**
 * A path that a scan asks for, and what governs it.
 *
 * @param policy the governing policy, or {@code null} where there is none
 * @param pattern the path pattern that leads to it, or {@code null} where there is none
 * @param path the path as policies see it, without the base path
 */
public record Place(@Nullable String policy, @Nullable String pattern, String path) {

	/**
	 * Whether a policy governs the path.
	 * @return whether there is one
	 */
	public boolean isGoverned() {
		return this.policy != null;
	}

}
