package io.github.corsstarter.scan.inspect;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Finds answers without {@code Access-Control-Allow-Origin} to requests that are promised
 * one, and finds out what became of it: by what comes at other times.
 */
final class MissingHeaders implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		List<Observation> preflights = evidence.promisedPreflights()
			.filter((preflight) -> preflight.hasOkStatus() && !preflight.allowsOrigin())
			.filter((preflight) -> evidence.isAnsweredByPolicy())
			.toList();
		List<Observation> actuals = evidence.promisedActuals().filter((actual) -> !actual.allowsOrigin()).toList();
		Stream.concat(preflights.stream(), actuals.stream())
			.filter((observation) -> isOriginMissing(observation, evidence))
			.forEach((observation) -> verdicts.add(Verdict.blocked(ScanRule.ORIGIN_MISSING, observation,
					observation.isPromised(true), "the origin gets no Access-Control-Allow-Origin, others do")));
		List<Observation> rest = Stream.concat(preflights.stream(), actuals.stream())
			.filter((observation) -> !isOriginMissing(observation, evidence) && !isRefused(observation, evidence))
			// What redirects preflights redirects these, too: that is one fault.
			.filter((observation) -> !observation.isRedirect() || !verdicts.has(ScanRule.PREFLIGHT_REDIRECTED))
			.toList();
		boolean stripped = rest.stream()
			.anyMatch((observation) -> observation.probe().isPreflight() || observation.answer().status() < 400);
		rest.forEach((observation) -> verdicts.add(stripped ? stripped(observation) : bare(observation)));
	}

	private static Verdict stripped(Observation observation) {
		return Verdict.blocked(ScanRule.EDGE_STRIPS_HEADERS, observation, observation.isPromised(true),
				"there is no Access-Control-Allow-Origin");
	}

	/**
	 * Judges an error. As long as no other answer lacks the header, it is taken for one
	 * that the edge makes or treats otherwise.
	 */
	private static Verdict bare(Observation observation) {
		return Verdict.blocked(ScanRule.ERROR_WITHOUT_HEADERS, observation, observation.isPromised(true),
				"the answer " + observation.answer().status() + " has no Access-Control-Allow-Origin");
	}

	/**
	 * Whether nothing is given to this origin, while another one gets what it is
	 * promised, or the policy refuses it.
	 */
	private static boolean isOriginMissing(Observation observation, Evidence evidence) {
		String origin = observation.origin();
		boolean preflight = observation.probe().isPreflight();
		boolean others = evidence.promised(preflight).anyMatch(Observation::allowsOrigin);
		boolean itself = evidence.promised(preflight)
			.anyMatch((other) -> other.origin().equals(origin) && other.allowsOrigin());
		boolean refused = !evidence.isLetIn(origin)
				&& evidence.promised(true).anyMatch((other) -> other.origin().equals(origin) && other.isRefusal());
		// An error may lack what other answers to the origin have.
		boolean error = observation.answer().status() >= 400 && evidence.isLetIn(origin);
		return (others && !itself && !error) || refused;
	}

	/**
	 * Whether a preflight for the same was refused, which tells more.
	 */
	private static boolean isRefused(Observation observation, Evidence evidence) {
		return observation.answer().status() == 403 && evidence.isAnsweredByPolicy()
				&& evidence.promisedPreflights()
					.anyMatch((preflight) -> preflight.origin().equals(observation.origin()) && preflight.isRefusal()
							&& preflight.probe().pageMethod().equals(observation.probe().pageMethod())
							&& preflight.probe().requestedHeaders().isEmpty());
	}

}
