package io.github.corsstarter.scan.finding;

import io.github.corsstarter.text.Codes;

/**
 * What a scan looks for. The ids are stable: reports are compared and filtered by them.
 */
public enum ScanRule {

	/** Something in front of the application takes CORS headers away. */
	EDGE_STRIPS_HEADERS("", "CORS headers of the application do not arrive."),

	/**
	 * Something in front of the application adds CORS headers to those that are there.
	 */
	EDGE_DOUBLES_HEADERS("", "CORS headers arrive more than once."),

	/** Something in front of the application answers preflights, by rules of its own. */
	EDGE_ANSWERS_PREFLIGHT("", "Preflights are answered in front of the application."),

	/** Preflights, which carry no credentials, are asked for some. */
	AUTHENTICATION_BEFORE_PREFLIGHT("", "Preflights, which carry no credentials, are asked for some."),

	/** Preflights are redirected, which no browser follows. */
	PREFLIGHT_REDIRECTED("", "Preflights are redirected, which no browser follows."),

	/** Origins that nobody knows are let in. */
	ORIGIN_REFLECTED("allowed-origins", "Origins that nobody knows are let in."),

	/** The opaque origin is let in. */
	NULL_TRUSTED("allowed-origins", "The opaque origin is let in."),

	/** Origins are let in that look like an allowed one. */
	ORIGIN_MATCHED_LOOSELY("allowed-origins", "Origins are let in that look like an allowed one."),

	/** An allowed origin is not let in. */
	ORIGIN_MISSING("allowed-origins", "An allowed origin is not let in."),

	/** Credentials are allowed where the policy does not, or the reverse. */
	CREDENTIALS_DIFFER("allow-credentials", "Credentials are not allowed as the policy says."),

	/** Other methods are allowed. */
	METHODS_DIFFER("allowed-methods", "Methods are not allowed as the policy says."),

	/** Other request headers are allowed. */
	HEADERS_DIFFER("allowed-headers", "Request headers are not allowed as the policy says."),

	/** Other response headers are exposed. */
	EXPOSED_HEADERS_DIFFER("exposed-headers", "Response headers are not exposed as the policy says."),

	/** A preflight's answer is cached for another time. */
	MAX_AGE_DIFFERS("max-age", "The answer to a preflight is cached for another time."),

	/** A cache is not told that answers differ by origin. */
	VARY_MISSING("", "Caches are not told that answers differ by origin."),

	/** A cache gives the answer for one origin to another. */
	CACHED_ACROSS_ORIGINS("", "A cache gives the answer for one origin to another."),

	/** Errors come without CORS headers. */
	ERROR_WITHOUT_HEADERS("", "Errors come without CORS headers."),

	/** A path that no policy governs lets other origins in. */
	UNGOVERNED_PATH_ANSWERS("", "A path that no policy governs lets other origins in."),

	/** The starter answers, by other policies. */
	OLD_POLICY_DEPLOYED("", "The application answers by another policy."),

	/** Refusals tell their reason. */
	DEBUG_IN_PRODUCTION("", "Refusals tell their reason to everyone."),

	/** A request could not be judged. */
	INCONCLUSIVE("", "A request could not be judged.");

	private final String key;

	private final String title;

	ScanRule(String key, String title) {
		this.key = key;
		this.title = title;
	}

	/**
	 * Returns the id.
	 * @return the rule's name in reports
	 */
	public String id() {
		return Codes.of(this);
	}

	/**
	 * Returns what the rule is about.
	 * @return a sentence
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns the key of a policy that the rule is about, or the empty text for the whole
	 * policy.
	 */
	public String key() {
		return this.key;
	}

	/**
	 * Whether the rule is one of those in whose place an older policy is reported.
	 */
	public boolean comparesPolicy() {
		return switch (this) {
			case CREDENTIALS_DIFFER, METHODS_DIFFER, HEADERS_DIFFER, EXPOSED_HEADERS_DIFFER, MAX_AGE_DIFFERS -> true;
			default -> false;
		};
	}

}
