package io.github.corsstarter;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.origin.Origins;

/**
 * A refused request in typed codes. What comes out of the request is cleaned and cut, as
 * by {@link Cleaned#of(String)}; the path is not in it. Two refusals are equal where they
 * have the same policy, pattern, reason, detail, origin and circumstance.
 *
 * @param policy the policy that refused
 * @param pattern the path pattern that led to the policy
 * @param reason why
 * @param detail what in the request was refused, such as the method, or the empty text
 * @param origin the request's origin
 * @param circumstance what else is known about the request
 */
public record Refusal(CorsPolicy policy, String pattern, RefusalReason reason, String detail, String origin,
		Circumstance circumstance) {

	/**
	 * Describes a refused request.
	 * @param policy the policy that refused
	 * @param pattern the path pattern that led to the policy
	 * @param decision the decision
	 * @param request the request
	 * @param accessor reads the request
	 * @param <R> the framework's request
	 * @return the refusal
	 * @throws IllegalArgumentException if the decision is no refusal
	 */
	public static <R> Refusal of(CorsPolicy policy, String pattern, CorsDecision decision, R request,
			CorsRequestAccessor<R> accessor) {
		RefusalReason reason = decision.reason();
		if (reason == null) {
			throw new IllegalArgumentException("The request was not refused");
		}
		String origin = accessor.header(request, HeaderNames.ORIGIN);
		return new Refusal(policy, pattern, reason, Cleaned.of(policy.offender(reason, request, accessor)),
				Cleaned.of((origin != null) ? origin : ""), circumstance(decision, request, accessor));
	}

	/**
	 * Tells what is known about a refused request beside the reason.
	 * @param decision the decision
	 * @param request the request
	 * @param accessor reads the request
	 * @param <R> the framework's request
	 * @return the circumstance
	 */
	public static <R> Circumstance circumstance(CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
		if (decision.isPreflight()) {
			return Circumstance.NONE;
		}
		if ("navigate".equals(accessor.header(request, HeaderNames.SEC_FETCH_MODE))) {
			return Circumstance.NAVIGATION;
		}
		return isOwnBehindProxy(request, accessor) ? Circumstance.OWN_HOST : Circumstance.NONE;
	}

	/**
	 * Whether the origin looks like the application's own, before a proxy that takes over
	 * TLS or hides the host. This is a guess for advice: it decides nothing.
	 */
	private static <R> boolean isOwnBehindProxy(R request, CorsRequestAccessor<R> accessor) {
		String origin = accessor.header(request, HeaderNames.ORIGIN);
		if (origin == null || accessor.header(request, HeaderNames.SEC_FETCH_SITE) != null) {
			return false;
		}
		String host = accessor.host(request);
		if (host != null && accessor.scheme(request).equals("http") && Origins.isSame(origin, "https", host, 0)) {
			return true;
		}
		String forwardedHost = accessor.header(request, "X-Forwarded-Host");
		return forwardedHost != null
				&& (origin.equals("https://" + forwardedHost) || origin.equals("http://" + forwardedHost));
	}

	/**
	 * What is known about a refused request beside the reason, where it changes the
	 * advice.
	 */
	public enum Circumstance {

		/** Nothing of note. */
		NONE,

		/** The browser goes to the address, as for a form post from another site. */
		NAVIGATION,

		/** The origin looks like the application's own, seen through a proxy. */
		OWN_HOST

	}

}
