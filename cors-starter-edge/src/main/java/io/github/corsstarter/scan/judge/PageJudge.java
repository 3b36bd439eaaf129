package io.github.corsstarter.scan.judge;

import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.scan.evidence.Curl;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Texts;
import io.github.corsstarter.scan.finding.PageVerdict;
import io.github.corsstarter.scan.finding.PageVerdict.Result;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Purpose;
import io.github.corsstarter.scan.send.Exchange;
import io.github.corsstarter.scan.send.Sent;

/**
 * Judges the answers to a single request of a page.
 */
public final class PageJudge {

	private PageJudge() {
	}

	/**
	 * Judges the answers.
	 * @param plan the plan of the request
	 * @param sent what came of it
	 * @param credentials whether the page asks for credentials
	 * @return the verdict
	 */
	public static PageVerdict judge(ProbePlan plan, Sent sent, boolean credentials) {
		PageVerdict verdict = new PageVerdict(Result.UNKNOWN, "Nothing was sent.");
		for (Exchange exchange : sent.exchanges()) {
			// Without an origin there is nothing to judge, but that it was answered.
			boolean judged = exchange.probe().purpose() != Purpose.PLAIN || exchange.answer() == null;
			verdict = judged ? judge(plan, exchange, credentials) : verdict;
			if (judged && verdict.result() != Result.GRANTED) {
				return verdict;
			}
		}
		return verdict;
	}

	private static PageVerdict judge(ProbePlan plan, Exchange exchange, boolean credentials) {
		Probe probe = exchange.probe();
		String asked = "\n  " + Curl.of(plan.site(probe), probe, false) + "\n";
		if (exchange.answer() == null) {
			return new PageVerdict(Result.UNKNOWN, "The answer is not known: " + exchange.failure() + "." + asked);
		}
		Observation observation = new Observation(probe, exchange.answer(), null);
		BrowserObjection objection = observation.objection(credentials);
		String came = asked + "  " + Texts.observed(exchange.answer());
		if (objection == null) {
			return new PageVerdict(Result.GRANTED, "The browser lets the page have it." + came);
		}
		boolean refused = observation.isRefusal() && !observation.allowsOrigin();
		return new PageVerdict(refused ? Result.REFUSED : Result.BLOCKED,
				"The browser blocks it: " + Texts.of(objection) + "." + came);
	}

}
