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
	 * Returns the policies as they are to be from now on. It is called when the
	 * application starts and at each refresh, never while a request waits.
	 * @return the policies, each with a name that no other has; their order means nothing
	 */
	List<CorsPolicySpec> policies();

	/**
	 * Returns the path below which the paths of all its policies lie. A policy with
	 * another path is left out, which is never denied then: so no name that somebody
	 * chose for a tenant reaches what is not the tenants'. Without a prefix, a policy
	 * whose path lies within a configured one's is warned about.
	 * @return a path without wildcards, such as {@code /tenants}, or the empty text where
	 * any path may be had
	 */
	default String pathPrefix() {
		return "";
	}

}
