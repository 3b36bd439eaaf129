package io.github.corsstarter;

/**
 * Decides about requests, by the policies in force. They can be replaced at any time in
 * one step: every decision belongs wholly to one set.
 */
public final class CorsEngine {

	private final CorsObserver observer;

	private volatile CorsPolicyRegistry registry;

	/**
	 * Creates an engine.
	 * @param policies the policies to start with
	 * @param observer is told of every decision about a CORS request on a governed path
	 */
	public CorsEngine(CorsPolicySet policies, CorsObserver observer) {
		this.observer = observer;
		this.registry = new CorsPolicyRegistry(policies, observer);
		observer.retain(policies.policies());
	}

	/**
	 * Puts other policies in force. Requests that are under way keep what was decided.
	 * @param policies the policies
	 */
	public synchronized void replace(CorsPolicySet policies) {
		this.registry = new CorsPolicyRegistry(policies, this.observer);
		this.observer.retain(policies.policies());
	}

	/**
	 * Returns the policies in force.
	 * @return policies and findings
	 */
	public CorsPolicySet policies() {
		return this.registry.policies();
	}

	/**
	 * Decides what a request gets.
	 * @param request the request
	 * @param accessor reads the request
	 * @param <R> the framework's request
	 * @return what to do
	 */
	public <R> CorsDecision decide(R request, CorsRequestAccessor<R> accessor) {
		CorsPolicyRegistry registry = this.registry;
		String path = accessor.path(request);
		int start = accessor.pathOffset(request);
		CorsRoute reporting = registry.reporting(path, start);
		if (reporting != null) {
			reporting.tell(reporting.decide(request, accessor), request, accessor);
		}
		CorsRoute governing = registry.governing(path, start, request, accessor);
		if (governing == null) {
			return CorsDecision.NO_POLICY;
		}
		CorsDecision decision = governing.decide(request, accessor);
		governing.tell(decision, request, accessor);
		return decision;
	}

	/**
	 * Tells what would become of a request, by the decisions that it would get. No
	 * observer is told.
	 * @param query the request
	 * @param locator tells where configuration stands, for the advice
	 * @return the explanation
	 */
	public CorsExplanation explain(CorsQuery query, PropertyLocator locator) {
		return new Explainer(this.registry, query, locator).explain();
	}

}
