package io.github.corsstarter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsExplanation.Actual;
import io.github.corsstarter.CorsExplanation.Preflight;
import io.github.corsstarter.fetch.BrowserCheck;
import io.github.corsstarter.fetch.BrowserObjection;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.PreflightNeed;
import org.jspecify.annotations.Nullable;

/**
 * Explains one query. The server's decisions are those of the route, as for any request;
 * what the browser makes of them is computed from the headers.
 */
final class Explainer {

	private final CorsPolicyRegistry registry;

	private final CorsQuery query;

	private final PropertyLocator locator;

	private final @Nullable CorsRoute route;

	private final CorsRequest request;

	private final CorsRequest preflightRequest;

	private final PreflightNeed need;

	private final CorsDecision actual;

	private final CorsDecision preflight;

	Explainer(CorsPolicyRegistry registry, CorsQuery query, PropertyLocator locator) {
		this.registry = registry;
		this.query = query;
		this.locator = locator;
		this.route = registry.governing(query.target().path(), query.target().pathOffset());
		this.need = PreflightNeed.of(query.method(), query.headers());
		this.request = query.request();
		this.preflightRequest = query.preflight(this.need.headerNames());
		this.actual = decide(this.request);
		this.preflight = decide(this.preflightRequest);
	}

	private CorsDecision decide(CorsRequest request) {
		return (this.route != null) ? this.route.decide(request, CorsRequest.ACCESSOR) : CorsDecision.NO_POLICY;
	}

	CorsExplanation explain() {
		boolean required = isFetchedAcrossOrigins() && this.need.required();
		BrowserObjection beforehand = objectionBeforehand(required);
		BrowserObjection objection = (beforehand != null) ? beforehand : objectionToResponse();
		CorsDecision decisive = (required && this.preflight.reason() != null) ? this.preflight : this.actual;
		Refusal refusal = refusal(decisive);
		ExplanationText text = new ExplanationText(this.query, this.locator, this.route, objection);
		return new CorsExplanation((this.route != null) ? this.route.policy().name() : null,
				(this.route != null) ? this.route.pattern() : null, decisive.outcome().code(),
				(refusal != null) ? refusal.reason().code() : null,
				(refusal != null && !refusal.detail().isEmpty()) ? refusal.detail() : null,
				new GoverningText(this.registry, this.query).of(this.route) + " " + text.message(decisive, refusal),
				text.advice(decisive, refusal), preflight(required), actual(beforehand == null),
				(objection != null) ? "blocks" : "accepts");
	}

	private @Nullable BrowserObjection objectionBeforehand(boolean required) {
		if (this.query.origin() != null && Methods.isForbidden(this.query.method())) {
			return BrowserObjection.METHOD_FORBIDDEN;
		}
		return required ? check().preflight(this.preflight.status(), headers(this.preflight)::get) : null;
	}

	private @Nullable BrowserObjection objectionToResponse() {
		return isFetchedAcrossOrigins() ? check().response(headers(this.actual)::get) : null;
	}

	private BrowserCheck check() {
		String origin = (this.query.origin() != null) ? this.query.origin() : "";
		return new BrowserCheck(origin, this.query.method(), this.need.headerNames(), this.query.credentials());
	}

	private boolean isFetchedAcrossOrigins() {
		String origin = this.query.origin();
		return origin != null && !this.query.isNavigation()
				&& !CorsPolicy.isSameOrigin(origin, this.request, CorsRequest.ACCESSOR);
	}

	private @Nullable Refusal refusal(CorsDecision decisive) {
		if (this.route == null || decisive.reason() == null) {
			return null;
		}
		return Refusal.of(this.route.policy(), this.route.pattern(), decisive,
				decisive.isPreflight() ? this.preflightRequest : this.request, CorsRequest.ACCESSOR);
	}

	private Preflight preflight(boolean required) {
		boolean answered = this.preflight.isPreflight();
		return new Preflight(required, required ? this.need.because() : List.of(),
				answered ? this.preflight.status() : null, answered ? headers(this.preflight) : Map.of());
	}

	private Actual actual(boolean sent) {
		if (!sent) {
			return new Actual(false, null, null, null);
		}
		return new Actual(true, this.actual.proceeds(), this.actual.proceeds() ? null : this.actual.status(),
				headers(this.actual));
	}

	private Map<String, String> headers(CorsDecision decision) {
		Map<String, String> headers = new LinkedHashMap<>();
		decision.writeHeaders(headers, this.query.origin(), Map::put);
		if (!decision.vary().isEmpty()) {
			headers.put("Vary", decision.vary());
		}
		return headers;
	}

}
