package io.github.corsstarter.explain;

import io.github.corsstarter.CorsEngine;

/**
 * Tells what would become of a request, by the decisions that it would get.
 */
public final class CorsExplainer {

	private final CorsEngine engine;

	private CorsExplainer(CorsEngine engine) {
		this.engine = engine;
	}

	/**
	 * Returns an explainer for the policies that are in force when it is asked.
	 * @param engine holds the policies
	 * @return the explainer
	 */
	public static CorsExplainer of(CorsEngine engine) {
		return new CorsExplainer(engine);
	}

	/**
	 * Explains a query. No observer is told.
	 * @param query the request
	 * @param locator tells where configuration stands, for the advice
	 * @return the explanation
	 */
	public CorsExplanation explain(CorsQuery query, PropertyLocator locator) {
		return new DryRun(this.engine.registry(), query, locator).explain();
	}

}
