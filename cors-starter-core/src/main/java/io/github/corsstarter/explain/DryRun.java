package io.github.corsstarter.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyRegistry;
import io.github.corsstarter.CorsPolicySet.UngovernedRoute;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.browser.BrowserCheck;
import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.browser.PreflightNeed;
import io.github.corsstarter.explain.CorsExplanation.Actual;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Explains one query. The server's decisions are those of the governing policy, as for
 * any request; what the browser makes of them follows from their headers.
 */
final class DryRun {

	private final CorsPolicyRegistry registry;

	private final CorsQuery query;

	private final PropertyLocator locator;

	private final SimulatedRequest request;

	private final SimulatedRequest preflightRequest;

	private final PreflightNeed need;

	private final boolean required;

	private final @Nullable UngovernedRoute route;

	private final @Nullable GoverningPolicy governing;

	private final CorsDecision actual;

	private final CorsDecision preflight;

	DryRun(CorsPolicyRegistry registry, CorsQuery query, PropertyLocator locator) {
		this.registry = registry;
		this.query = query;
		this.locator = locator;
		this.need = PreflightNeed.of(query.method(), query.headers());
		this.request = query.request();
		this.preflightRequest = query.preflight(this.need.headerNames());
		this.required = isFetchedAcrossOrigins() && this.need.required();
		this.route = new GoverningText(registry, query.target()).ungovernedRoute();
		// No filter sees the request, whatever patterns match its path.
		this.governing = (this.route != null) ? null
				: registry.governing(query.target().path(), query.target().pathOffset());
		this.actual = decide(this.governing, this.request);
		this.preflight = decide(this.governing, this.preflightRequest);
	}

	private static CorsDecision decide(@Nullable GoverningPolicy governing, SimulatedRequest request) {
		return (governing != null) ? governing.decide(request, SimulatedRequest.READER) : CorsDecision.NO_POLICY;
	}

	/**
	 * Returns the decision that settles what the page gets: a refused preflight keeps the
	 * request from being sent.
	 */
	private CorsDecision decisive(CorsDecision preflight, CorsDecision actual) {
		return (this.required && preflight.reason() != null) ? preflight : actual;
	}

	CorsExplanation explain() {
		BrowserObjection beforehand = objectionBeforehand();
		BrowserObjection objection = (beforehand != null) ? beforehand : objectionToResponse();
		CorsDecision decision = decisive(this.preflight, this.actual);
		Refusal refusal = refusal(decision);
		ExplanationText text = new ExplanationText(this.query, this.locator, this.governing, objection);
		return new CorsExplanation(this.governing, decision.outcome(), refusal,
				governing() + " " + text.message(decision, refusal),
				(this.route != null) ? "Check the origin where that route is served, or serve it behind the filters."
						: text.advice(decision, refusal, this.need.headerNames()),
				preflight(), actual(beforehand == null), objection);
	}

	private String governing() {
		if (this.route != null) {
			return "The path belongs to " + this.route.server()
					+ ", which is served in front of every filter: no policy governs it.";
		}
		GoverningText text = new GoverningText(this.registry, this.query.target());
		GoverningPolicy reporting = this.registry.reporting(this.query.target().path(),
				this.query.target().pathOffset());
		if (reporting == null) {
			return text.of(this.governing);
		}
		CorsDecision decision = decisive(decide(reporting, this.preflightRequest), decide(reporting, this.request));
		return text.of(this.governing) + " " + GoverningText.ofReporting(reporting, decision);
	}

	private @Nullable BrowserObjection objectionBeforehand() {
		if (this.query.origin() != null && Methods.isForbidden(this.query.method())) {
			return BrowserObjection.METHOD_FORBIDDEN;
		}
		return this.required ? check().preflight(this.preflight.status(), headers(this.preflight)::get) : null;
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
				&& !CorsPolicy.isSameOrigin(origin, false, this.request, SimulatedRequest.READER);
	}

	private @Nullable Refusal refusal(CorsDecision decisive) {
		if (this.governing == null || decisive.reason() == null) {
			return null;
		}
		return Refusal.of(this.governing, decisive, decisive.isPreflight() ? this.preflightRequest : this.request,
				SimulatedRequest.READER);
	}

	private Preflight preflight() {
		boolean answered = this.preflight.isPreflight();
		return new Preflight(this.required, because(), answered ? this.preflight.status() : null,
				answered ? headers(this.preflight) : Map.of());
	}

	private List<String> because() {
		return this.required ? this.need.because().stream().map(Printable::of).toList() : List.of();
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
