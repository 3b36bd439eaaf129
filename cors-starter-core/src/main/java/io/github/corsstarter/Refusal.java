package io.github.corsstarter;

import java.util.Objects;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.text.Printable;

/**
 * A refused request, as log, endpoint and dry run tell it. What comes out of the request
 * is bounded and cleaned, as by {@link Printable#of(String)}; the path is left out.
 *
 * @param policy the policy that refused
 * @param pattern the path pattern that led to the policy
 * @param reason why
 * @param detail what in the request was refused, such as the method, or the empty text
 * @param origin the request's origin
 * @param preflight whether the request was a CORS-preflight request
 * @param circumstance what else is known about the request
 */
public record Refusal(CorsPolicy policy, String pattern, RefusalReason reason, String detail, String origin,
		boolean preflight, Circumstance circumstance) {

	/**
	 * Describes a refused request.
	 * @param governing the policy that refused, and the pattern that led to it
	 * @param decision the decision
	 * @param request the request
	 * @param reader reads the request
	 * @param <R> the framework's request
	 * @return the refusal
	 * @throws IllegalArgumentException if the decision is no refusal
	 */
	public static <R> Refusal of(GoverningPolicy governing, CorsDecision decision, R request,
			CorsRequestReader<R> reader) {
		RefusalReason reason = decision.reason();
		if (reason == null) {
			throw new IllegalArgumentException("The request was not refused");
		}
		String origin = Objects.requireNonNullElse(reader.header(request, HeaderNames.ORIGIN), "");
		return new Refusal(governing.policy(), governing.pattern(), reason,
				Printable.of(governing.policy().refusedToken(reason, request, reader)), Printable.of(origin),
				decision.isPreflight(), circumstance(origin, decision, request, reader));
	}

	/**
	 * Returns the same refusal as one of another policy: after a reload, say, by the one
	 * that has the name now.
	 * @param policy the other policy
	 * @return the refusal
	 */
	public Refusal by(CorsPolicy policy) {
		return new Refusal(policy, this.pattern, this.reason, this.detail, this.origin, this.preflight,
				this.circumstance);
	}

	private static <R> Circumstance circumstance(String origin, CorsDecision decision, R request,
			CorsRequestReader<R> reader) {
		if (decision.isPreflight()) {
			return Circumstance.NONE;
		}
		if ("navigate".equals(reader.header(request, HeaderNames.SEC_FETCH_MODE))) {
			return Circumstance.NAVIGATION;
		}
		return isOwnBehindProxy(origin, request, reader) ? Circumstance.OWN_HOST : Circumstance.NONE;
	}

	/**
	 * Whether the origin looks like the application's own, before a proxy that takes over
	 * TLS or hides the host. This is a guess for advice: it decides nothing.
	 */
	private static <R> boolean isOwnBehindProxy(String origin, R request, CorsRequestReader<R> reader) {
		if (reader.header(request, HeaderNames.SEC_FETCH_SITE) != null) {
			return false;
		}
		String host = reader.host(request);
		if (host != null && reader.scheme(request).equals("http") && Origins.isSame(origin, "https", host, 0)) {
			return true;
		}
		String forwardedHost = reader.header(request, "X-Forwarded-Host");
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
