package io.github.corsstarter.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.RequestedHeaders;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.text.Printable;
import io.github.corsstarter.text.Yaml;

/**
 * Makes the texts about refused requests: what was refused, and what to change. This is
 * the one place for them, so that endpoint, log and dry run say the same.
 */
public final class RefusalText {

	/** Most header names that are told at once. */
	private static final int MAX_NAMED = 8;

	private final PropertyLocator locator;

	private final OriginAdvice originAdvice;

	/**
	 * Whether strangers may have sent the requests, so that every value may be made up.
	 */
	private final boolean ofStrangers;

	private RefusalText(PropertyLocator locator, boolean ofStrangers) {
		this.locator = locator;
		this.originAdvice = new OriginAdvice(locator, !ofStrangers);
		this.ofStrangers = ofStrangers;
	}

	/**
	 * Makes texts for someone who asked about an origin of their own choice: the advice
	 * offers it as a value to write.
	 * @param locator tells where configuration stands
	 * @return the texts
	 */
	public static RefusalText forQuestions(PropertyLocator locator) {
		return new RefusalText(locator, false);
	}

	/**
	 * Makes texts about requests that anyone may have sent: the advice never offers their
	 * origin as a value to write, and a method or a header only where pages send it.
	 * @param locator tells where configuration stands
	 * @return the texts
	 */
	public static RefusalText forRecords(PropertyLocator locator) {
		return new RefusalText(locator, true);
	}

	/**
	 * Says what was refused.
	 * @param refusal the refusal
	 * @return a sentence
	 */
	public String message(Refusal refusal) {
		ResolvedPolicy policy = refusal.policy().resolved();
		String detail = '"' + refusal.detail() + '"';
		return switch (refusal.reason()) {
			case DENIED -> "The policy has the mode deny: it refuses every cross-origin request.";
			case PATH_AMBIGUOUS -> "The path can be read in several ways, and the policy does not govern all of them.";
			case ORIGIN_MALFORMED -> "No browser sends the origin " + detail + ".";
			case ORIGIN_NOT_ALLOWED -> "The policy does not list the origin " + detail + ".";
			case METHOD_NOT_ALLOWED -> methodMessage(policy, refusal.detail());
			case HEADER_NOT_ALLOWED -> policy.allowsAnyHeader() ? detail + " is no header name."
					: "The policy does not list the request header " + detail + ".";
			case HEADERS_MALFORMED -> "The preflight asks for more than " + RequestedHeaders.MAX_NAMES
					+ " headers, or for names of more than " + RequestedHeaders.MAX_CHARACTERS
					+ " characters together.";
		};
	}

	private static String methodMessage(ResolvedPolicy policy, String method) {
		if (allows(policy, method)) {
			return "The preflight names more than one method.";
		}
		return policy.allowsAnyMethod() ? '"' + method + "\" is no HTTP method."
				: "The policy does not list the method \"" + method + "\".";
	}

	private static boolean allows(ResolvedPolicy policy, String method) {
		return policy.allowsAnyMethod() ? Methods.isMethod(method) : policy.allowedMethods().contains(method);
	}

	/**
	 * Says what to change.
	 * @param refusal the refusal
	 * @return one or more sentences
	 */
	public String advice(Refusal refusal) {
		return advice(refusal, List.of());
	}

	/**
	 * Says what to change, for all requested headers at once.
	 */
	String advice(Refusal refusal, List<String> requestedHeaders) {
		if (refusal.reason() == RefusalReason.PATH_AMBIGUOUS) {
			return "Request the path in its plain spelling: without a slash at its end, encoded slashes, dot segments, double slashes"
					+ " and parameters. Where pages need the slash, list the path with and without it in one policy.";
		}
		if (refusal.circumstance() == Refusal.Circumstance.NAVIGATION) {
			return navigation(refusal);
		}
		return switch (refusal.reason()) {
			case DENIED -> "If cross-origin requests are to be allowed, change " + property(refusal, "mode")
					+ " to \"enforce\" and list the origins that may.";
			case ORIGIN_MALFORMED -> this.originAdvice.malformed(refusal);
			case ORIGIN_NOT_ALLOWED -> this.originAdvice.notAllowed(refusal);
			case METHOD_NOT_ALLOWED -> method(refusal);
			case HEADER_NOT_ALLOWED -> header(refusal, requestedHeaders);
			case HEADERS_MALFORMED -> "Send fewer headers: no page needs that many.";
			case PATH_AMBIGUOUS -> throw new IllegalStateException("Told above");
		};
	}

	/**
	 * A page of another site that sends its visitor here asks for no permission, and a
	 * login callback by form post must not need one.
	 */
	private String navigation(Refusal refusal) {
		return "The browser goes to this address instead of fetching it, as after a form on another site. "
				+ "If that is meant, as for a login callback, give its path a policy of its own with \"on-refusal: forward\","
				+ " or none: " + property(refusal, "paths") + " takes it in.";
	}

	private String method(Refusal refusal) {
		ResolvedPolicy policy = refusal.policy().resolved();
		String method = refusal.detail();
		if (allows(policy, method)) {
			return "The method is allowed, but the preflight names more than one. Send one Access-Control-Request-Method.";
		}
		if (!Methods.isMethod(method) || policy.allowsAnyMethod()) {
			return "Send a method of at most " + Methods.MAX_LENGTH + " letters, without white space and separators.";
		}
		if (Methods.isForbidden(method)) {
			return "No page can send this method, so the request does not come from one. Nothing is to be changed.";
		}
		for (String listed : policy.allowedMethods()) {
			if (listed.equalsIgnoreCase(method)) {
				return "Methods are case-sensitive: the policy lists \"" + listed + "\". Write fetch(..., {method: \""
						+ listed + "\"}), or change " + property(refusal, "allowed-methods") + ".";
			}
		}
		String upperCase = method.toUpperCase(Locale.ROOT);
		String intro = method.equals(upperCase) ? "" : "Methods are case-sensitive: send \"" + upperCase + "\". ";
		return intro + (this.ofStrangers ? "If your pages send it" : "If pages may use it") + ", add "
				+ Yaml.value(upperCase) + " to " + property(refusal, "allowed-methods")
				+ Yaml.list(policy.allowedMethods(), List.of(upperCase)) + ".";
	}

	private String header(Refusal refusal, List<String> requestedHeaders) {
		ResolvedPolicy policy = refusal.policy().resolved();
		String name = refusal.detail();
		if (!Tokens.isToken(name) || name.length() == Printable.MAX_LENGTH) {
			return "Send short header names, without white space and separators.";
		}
		Set<String> missing = new LinkedHashSet<>(List.of(name));
		requestedHeaders.stream()
			.filter((requested) -> !policy.allowedHeaders().contains(requested))
			.forEach((requested) -> missing.add(Printable.of(requested)));
		List<String> names = missing.stream().limit(MAX_NAMED).toList();
		return (names.contains("content-type") ? "A JSON body needs Content-Type listed. " : "")
				+ (this.ofStrangers ? "If your pages send " : "If pages may send ")
				+ ((names.size() == 1) ? "it" : "them") + ", add "
				+ String.join(" and ", names.stream().map(Yaml::value).toList()) + " to "
				+ property(refusal, "allowed-headers") + Yaml.list(policy.allowedHeaders(), names) + ".";
	}

	private String property(Refusal refusal, String key) {
		return this.locator.describe(refusal.policy().name(), key);
	}

}
