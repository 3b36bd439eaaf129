package io.github.corsstarter.policy;

import java.util.function.Predicate;

/**
 * What holds for all policies alike when they are compiled.
 *
 * @param preflightStatus the status of granted preflights, from 200 to 299
 * @param debug whether responses name the reason of a refusal
 * @param caseSensitivePaths whether upper and lower case differ in paths
 * @param publicSuffixes whether anyone can get a name below a domain: below a public
 * suffix, such as {@code co.uk}, and below a domain that public suffixes belong to, such
 * as {@code amazonaws.com}; asked while policies are compiled, never while a request
 * waits
 */
public record CorsSettings(int preflightStatus, boolean debug, boolean caseSensitivePaths,
		Predicate<String> publicSuffixes) {

	/**
	 * The settings of an application that sets none, without a list of public suffixes.
	 */
	public static final CorsSettings DEFAULTS = new CorsSettings(204, false, true, (domain) -> false);

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if the status is no 2xx: a browser takes no other
	 * for a granted preflight
	 */
	public CorsSettings {
		if (preflightStatus < 200 || preflightStatus > 299) {
			throw new IllegalArgumentException("preflightStatus must be from 200 to 299, not " + preflightStatus);
		}
	}

}
