package io.github.corsstarter.scan.inspect;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Lists;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Texts;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Compares the headers that let an origin in, each by itself.
 */
final class HeaderInspection implements Inspection {

	private static final List<String> LISTS = List.of(HeaderNames.ALLOW_METHODS, HeaderNames.ALLOW_HEADERS,
			HeaderNames.EXPOSE_HEADERS, HeaderNames.MAX_AGE);

	private static final List<String> PREFLIGHT_HEADERS = List.of(HeaderNames.ALLOW_METHODS, HeaderNames.ALLOW_HEADERS,
			HeaderNames.MAX_AGE);

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		letIn(evidence).forEach((observation) -> inspect(observation, verdicts));
	}

	/**
	 * The answers to promised requests that a policy made, and that let some origin in.
	 */
	static Stream<Observation> letIn(Evidence evidence) {
		Stream<Observation> preflights = evidence.promisedPreflights()
			.filter((preflight) -> preflight.hasOkStatus() && evidence.isAnsweredByPolicy());
		return Stream.concat(preflights, evidence.promisedActuals()).filter(Observation::allowsOrigin);
	}

	private static void inspect(Observation observation, Verdicts verdicts) {
		boolean credentials = observation.isPromised(true);
		if (observation.isRepeated(HeaderNames.ALLOW_ORIGIN)) {
			verdicts.add(Verdict.blocked(ScanRule.EDGE_DOUBLES_HEADERS, observation, credentials,
					Texts.of(BrowserObjection.ORIGIN_REPEATED)));
		}
		else {
			inspectOrigin(observation, verdicts);
		}
		inspectCredentials(observation, verdicts);
		if (lacksLists(observation)) {
			verdicts.add(Verdict.blocked(ScanRule.EDGE_STRIPS_HEADERS, observation, credentials,
					"there is neither Access-Control-Allow-Methods nor -Headers"));
		}
		LISTS.stream()
			.filter((name) -> Lists.hasRepeated(observation.answer().elements(name)))
			.forEach((name) -> verdicts
				.add(Verdict.latent(ScanRule.EDGE_DOUBLES_HEADERS, observation, name + " is there more than once")));
	}

	/**
	 * Whether everything is missing that a preflight gets beside the origin, so that the
	 * page cannot send its request: that is no other list.
	 */
	static boolean lacksLists(Observation observation) {
		return observation.probe().isPreflight() && observation.isPromised()
				&& PREFLIGHT_HEADERS.stream().noneMatch((name) -> observation.answer().joined(name) != null)
				&& PREFLIGHT_HEADERS.stream().anyMatch((name) -> observation.objectionTo(name, false) != null);
	}

	private static void inspectOrigin(Observation observation, Verdicts verdicts) {
		for (boolean credentials : new boolean[] { true, false }) {
			BrowserObjection objection = observation.objectionTo(HeaderNames.ALLOW_ORIGIN, credentials);
			if (objection == BrowserObjection.ANY_ORIGIN_WITH_CREDENTIALS) {
				verdicts.add(Verdict.blocked(ScanRule.CREDENTIALS_DIFFER, observation, true, Texts.of(objection)));
				return;
			}
			if (objection != null) {
				verdicts.add(Verdict.blocked(ScanRule.ORIGIN_MISSING, observation, credentials, Texts.of(objection)));
				return;
			}
		}
	}

	private static void inspectCredentials(Observation observation, Verdicts verdicts) {
		BrowserObjection objection = observation.objectionTo(HeaderNames.ALLOW_CREDENTIALS, true);
		if (objection != null) {
			boolean repeated = observation.isRepeated(HeaderNames.ALLOW_CREDENTIALS);
			verdicts.add(Verdict.blocked(repeated ? ScanRule.EDGE_DOUBLES_HEADERS : ScanRule.CREDENTIALS_DIFFER,
					observation, true,
					repeated ? "Access-Control-Allow-Credentials is there more than once" : Texts.of(objection)));
		}
		else if (givesCredentials(observation)) {
			verdicts.add(Verdict.exposed(ruleOfCredentials(observation), observation, "credentials are allowed"));
		}
	}

	/**
	 * Whether credentials are given that are not promised, or would be if nothing else
	 * were wrong.
	 */
	private static boolean givesCredentials(Observation observation) {
		boolean first = observation.answer()
			.elements(HeaderNames.ALLOW_CREDENTIALS)
			.stream()
			.limit(1)
			.anyMatch("true"::equals);
		return observation.isExposed(true) || (first && observation.isPromised(false) && !observation.isPromised(true)
				&& observation.isRepeated(HeaderNames.ALLOW_ORIGIN) && observation.echoesOrigin());
	}

	/**
	 * Tells what it comes from that an origin gets credentials: where all origins are
	 * allowed without, it is not this one that is let in.
	 */
	static ScanRule ruleOfCredentials(Observation observation) {
		if (observation.origin().equals(Origins.OPAQUE)) {
			return ScanRule.NULL_TRUSTED;
		}
		boolean everyone = observation.promise() != null
				&& "*".equals(observation.promise().header(HeaderNames.ALLOW_ORIGIN));
		return everyone ? ScanRule.ORIGIN_REFLECTED : ScanRule.CREDENTIALS_DIFFER;
	}

}
