package io.github.corsstarter.policy;

import java.util.List;

/**
 * Supplies policies that are not written in the configuration, such as those of tenants
 * out of a database. They stand beside the configured ones, under the same rules, and
 * take what they do not set from {@code cors.defaults}.
 * <p>
 * A policy with an error is left out alone: it is reported, and requests to its paths are
 * denied.
 */
@FunctionalInterface
public interface CorsPolicySource {

	/**
	 * Returns all policies that are to be in force from now on. It is called when the
	 * application starts and at each refresh, never while a request waits.
	 * @return the policies, each with a name that no other has; their order means nothing
	 */
	List<CorsPolicySpec> policies();

	/**
	 * Returns the path below which all paths of the policies must lie. A policy with a
	 * path elsewhere is left out, and that path is not denied, so that no tenant's policy
	 * can block the paths of others. Without a prefix, a path within that of a configured
	 * policy is a warning.
	 * @return a path without wildcards, such as {@code /tenants}, or the empty text to
	 * allow every path
	 */
	default String pathPrefix() {
		return "";
	}

}
