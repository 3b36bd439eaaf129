package io.github.corsstarter.scan;

import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.scan.finding.PageVerdict;
import io.github.corsstarter.scan.judge.PageJudge;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.send.Progress;

/**
 * A single request of a page, as far as it can be sent without effect: GET and HEAD with
 * the preflight that a browser would send before, and of any other method the preflight
 * alone. No cookie is sent, and of the page's headers only the names, by the preflight.
 */
public final class PageRequest {

	private final CorsQuery query;

	private final ScanOptions options;

	private final ProbePlan plan;

	private PageRequest(CorsQuery query, ScanOptions options, ProbePlan plan) {
		this.query = query;
		this.options = options;
		this.plan = plan;
	}

	/**
	 * Plans a request. Nothing is sent.
	 * @param query the request, with the page's origin
	 * @param options the site, and how to ask it
	 * @return the request
	 * @throws IllegalArgumentException if there is no origin, or the path cannot be sent
	 */
	public static PageRequest of(CorsQuery query, ScanOptions options) {
		if (query.origin() == null) {
			throw new IllegalArgumentException("A page has an origin.");
		}
		return new PageRequest(query, options, ProbePlan.of(options.target(), query, query.origin(), CorsScan.token()));
	}

	/**
	 * Sends the request.
	 * @return what a browser makes of the answer
	 */
	public PageVerdict send() {
		return PageJudge.judge(this.plan, this.options.sender().send(this.plan, Progress.NONE),
				this.query.credentials());
	}

}
