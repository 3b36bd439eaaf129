package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.ResolvedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes the texts of an explanation.
 */
final class ExplanationText {

	private static final String FORWARDED = "server.forward-headers-strategy";

	private final PropertyLocator locator;

	private final RefusalText refusals;

	private final CorsQuery query;

	private final @Nullable GoverningPolicy governing;

	private final @Nullable BrowserObjection objection;

	ExplanationText(CorsQuery query, PropertyLocator locator, @Nullable GoverningPolicy governing,
			@Nullable BrowserObjection objection) {
		this.query = query;
		this.locator = locator;
		this.refusals = RefusalText.forQuestions(locator);
		this.governing = governing;
		this.objection = objection;
	}

	String message(CorsDecision decision, @Nullable Refusal refusal) {
		if (refusal != null) {
			return this.refusals.message(refusal)
					+ (this.query.isNavigation() ? " The browser shows the refusal." : "");
		}
		return switch (decision.outcome()) {
			case SAME_ORIGIN ->
				"The request comes from the application's own origin: CORS does not apply, and it passes.";
			case NO_ORIGIN -> "The request has no origin: it is no CORS request, and it passes.";
			case NO_POLICY -> noPolicy();
			default -> "The policy allows the request." + ((this.objection != null)
					? " The browser blocks it all the same: " + this.objection.text() + "." : "");
		};
	}

	private String noPolicy() {
		return "The request passes untouched, and what CORS headers it gets is up to the application"
				+ ((this.objection != null) ? "; without any, the browser blocks it." : ".");
	}

	@Nullable String advice(CorsDecision decision, @Nullable Refusal refusal, List<String> requestedHeaders) {
		if (refusal != null) {
			return this.refusals.advice(refusal, requestedHeaders) + ownOrigin(refusal);
		}
		return switch (decision.outcome()) {
			case NO_POLICY -> (this.objection != null)
					? "Add the path to the paths of a policy below cors.policies if pages of other origins are to call it."
					: null;
			case NO_ORIGIN -> "Ask with an origin to learn what its pages get.";
			case SAME_ORIGIN -> "Behind a proxy that hides scheme or host, " + FORWARDED
					+ " lets the server see it, too, where a browser does not send Sec-Fetch-Site.";
			default -> granted();
		};
	}

	/**
	 * A path alone does not tell whether the origin is the application's own.
	 */
	private String ownOrigin(Refusal refusal) {
		boolean unknown = this.query.target().host() == null && refusal.reason() == RefusalReason.ORIGIN_NOT_ALLOWED
				&& !refusal.detail().equals(Origins.OPAQUE) && !this.query.isNavigation();
		return unknown ? " If it is the application's own origin, ask with an absolute URL; behind a proxy, "
				+ FORWARDED + " settles it." : "";
	}

	private @Nullable String granted() {
		if (this.objection == null || this.governing == null) {
			return null;
		}
		ResolvedPolicy policy = this.governing.policy().resolved();
		if (this.objection == BrowserObjection.METHOD_FORBIDDEN || !this.query.credentials()
				|| policy.allowCredentials()) {
			return "Change the request: no policy can allow this.";
		}
		if (Origins.OPAQUE.equals(this.query.origin())) {
			return "Send the request without credentials: the opaque origin never gets any.";
		}
		String allow = this.locator.describe(policy.name(), "allow-credentials");
		boolean listed = policy.allowedOrigins().stream().noneMatch((origin) -> origin.equals("*"));
		return "Send the request without credentials, or set " + allow + " to true"
				+ (listed ? "." : " and list the origins that may call in "
						+ this.locator.describe(policy.name(), "allowed-origins") + " in place of \"*\".");
	}

}
