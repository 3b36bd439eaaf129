package io.github.corsstarter.rules;

import io.github.corsstarter.text.Codes;

/**
 * The rules that policies are checked by when they are compiled. The ids, which
 * {@link #id()} makes of the names, are stable.
 */
public enum Rule {

	/** A key that does not exist. */
	UNKNOWN_PROPERTY(Severity.ERROR),

	/** A value that cannot be converted, or is out of its bounds. */
	INVALID_VALUE(Severity.ERROR),

	/** A name that is empty, too long, or not made of letters, digits, - _ and dots. */
	INVALID_POLICY_NAME(Severity.ERROR),

	/** A placeholder that is not resolved, or resolves to nothing. */
	UNRESOLVED_PLACEHOLDER(Severity.ERROR),

	/** Two policies of one name. */
	DUPLICATE_POLICY(Severity.ERROR),

	/** A policy without paths. */
	NO_PATHS(Severity.ERROR),

	/** A path that is no pattern, or one with a regular expression. */
	INVALID_PATH(Severity.ERROR),

	/**
	 * Two governing policies with paths that differ at most in the names of variables.
	 */
	DUPLICATE_PATH(Severity.ERROR),

	/** A policy without origins. */
	NO_ORIGINS(Severity.ERROR),

	/** A policy whose list of methods is empty. */
	NO_METHODS(Severity.ERROR),

	/** An origin that no browser's origin could match. */
	INVALID_ORIGIN(Severity.ERROR),

	/** An empty origin: YAML's {@code null} where {@code "null"} was meant. */
	UNQUOTED_NULL(Severity.ERROR),

	/** {@code *} with credentials. */
	ANY_ORIGIN_WITH_CREDENTIALS(Severity.ERROR),

	/** The opaque origin with credentials. */
	NULL_ORIGIN_WITH_CREDENTIALS(Severity.ERROR),

	/** All response headers exposed with credentials. */
	ANY_EXPOSED_HEADER_WITH_CREDENTIALS(Severity.ERROR),

	/** An {@code http://} origin with credentials. */
	INSECURE_ORIGIN_WITH_CREDENTIALS(Severity.ERROR),

	/** Every subdomain of a public suffix with credentials. */
	PUBLIC_SUFFIX_WITH_CREDENTIALS(Severity.ERROR),

	/** A method that is no token. */
	INVALID_METHOD(Severity.ERROR),

	/** A method that no browser sends. */
	FORBIDDEN_METHOD(Severity.ERROR),

	/** A header name that is no token. */
	INVALID_HEADER_NAME(Severity.ERROR),

	/** A response header among the request headers, or the reverse. */
	MISPLACED_HEADER(Severity.ERROR),

	/** A response header that no page can read. */
	FORBIDDEN_RESPONSE_HEADER(Severity.ERROR),

	/** A list that makes a response header too long. */
	LIST_TOO_LONG(Severity.ERROR),

	/** A time that is negative or over a day. */
	MAX_AGE_OUT_OF_RANGE(Severity.ERROR),

	/** Requests are mapped in a way that paths of policies cannot follow. */
	UNSUPPORTED_PATH_MATCHING(Severity.ERROR),

	/** A route in a governed path that no filter sees; a warning without credentials. */
	UNGOVERNED_ROUTE(Severity.ERROR),

	/** Any origin may use methods that change things. */
	ANY_ORIGIN_WITH_UNSAFE_METHODS(Severity.WARNING),

	/** The opaque origin is listed. */
	NULL_ORIGIN(Severity.WARNING),

	/** An {@code http://} origin without credentials. */
	INSECURE_ORIGIN(Severity.WARNING),

	/** Every subdomain of a public suffix without credentials. */
	PUBLIC_SUFFIX(Severity.WARNING),

	/** Any request header is allowed. */
	ANY_HEADER(Severity.WARNING),

	/** A request header that no page can set. */
	FORBIDDEN_REQUEST_HEADER(Severity.WARNING),

	/** A method such as {@code patch}, which is not {@code PATCH}. */
	LOWER_CASE_METHOD(Severity.WARNING),

	/** {@code OPTIONS} is listed, which preflights do not need. */
	OPTIONS_NOT_NEEDED(Severity.WARNING),

	/** No method is listed that browsers send without a preflight. */
	SAFELISTED_METHOD_NOT_LISTED(Severity.WARNING),

	/** A time that is longer than browsers cache. */
	MAX_AGE_ABOVE_BROWSER_CAP(Severity.WARNING),

	/** Paths of two policies of which neither contains the other. */
	OVERLAPPING_PATHS(Severity.WARNING),

	/** A path of a policy from code within one of a configured policy. */
	NARROWS_CONFIGURED_PATH(Severity.WARNING),

	/** A path whose policy does not govern, so that a wider policy does. */
	UNSHIELDED_PATH(Severity.WARNING),

	/** A path that repeats the context path. */
	CONTEXT_PATH_IN_PATH(Severity.WARNING),

	/** A path that takes in the actuator's endpoints. */
	COVERS_ACTUATOR(Severity.WARNING),

	/** A loopback origin in production. */
	LOCAL_ORIGIN_IN_PRODUCTION(Severity.WARNING),

	/** Responses tell strangers the reasons of refusals in production. */
	DEBUG_IN_PRODUCTION(Severity.WARNING),

	/** The lab is served in production. */
	LAB_IN_PRODUCTION(Severity.WARNING),

	/** A filter behind this one changes methods. */
	METHOD_OVERRIDE_FILTER(Severity.WARNING),

	/** A filter behind this one changes paths. */
	PATH_REWRITING_FILTER(Severity.WARNING),

	/** A handler's {@code @CrossOrigin} has no effect. */
	CROSS_ORIGIN_ANNOTATION_OVERRIDDEN(Severity.WARNING),

	/** Other CORS configuration lies on governed paths. */
	OTHER_CORS_CONFIGURATION(Severity.WARNING);

	private final Severity severity;

	Rule(Severity severity) {
		this.severity = severity;
	}

	/**
	 * Returns the stable id.
	 * @return the id in kebab case
	 */
	public String id() {
		return Codes.of(this);
	}

	/**
	 * Returns where the rule is described, with an example and how to put it right.
	 * @return the address of a section of a page
	 */
	public String address() {
		return RulesPage.ADDRESS + "#" + id();
	}

	/**
	 * Returns how bad it is to break the rule.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

}
