package io.github.corsstarter.scan.inspect;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Texts;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Finds preflights that do not come through to the policy.
 */
final class PreflightInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		evidence.promisedPreflights().forEach((preflight) -> inspect(preflight, evidence, verdicts));
		// What needs no preflight is let through by none.
		if (!evidence.isAnsweredByPolicy()) {
			evidence.preflights()
				.filter((preflight) -> !preflight.isPromised() && preflight.isExposed() && preflight.probe().isNeeded())
				.filter((preflight) -> !preflight.probe().purpose().isAboutOrigin() || !preflight.echoesOrigin())
				.forEach((preflight) -> verdicts
					.add(Verdict.exposed(ScanRule.EDGE_ANSWERS_PREFLIGHT, preflight, "it is granted to all alike")));
		}
	}

	private static void inspect(Observation preflight, Evidence evidence, Verdicts verdicts) {
		boolean credentials = preflight.isPromised(true);
		int status = preflight.answer().status();
		if (preflight.isChallenge()) {
			verdicts.add(Verdict.blocked(ScanRule.AUTHENTICATION_BEFORE_PREFLIGHT, preflight, credentials,
					"the preflight is answered " + status + ", as it carries no credentials"));
		}
		else if (preflight.isRedirect()) {
			verdicts.add(Verdict.blocked(ScanRule.PREFLIGHT_REDIRECTED, preflight, credentials,
					"the preflight is redirected (" + status + "), which no browser follows"));
		}
		else if (!preflight.hasOkStatus()) {
			if (!evidence.isAnsweredByPolicy() || !preflight.isRefusal()) {
				verdicts.add(Verdict.blocked(ScanRule.EDGE_ANSWERS_PREFLIGHT, preflight, credentials,
						"the preflight is answered " + status));
			}
		}
		else if (!evidence.isAnsweredByPolicy()) {
			inspectForeign(preflight, verdicts);
		}
	}

	/**
	 * Judges a preflight that something else answers as a whole: a difference more or
	 * less is of no use to whoever has to let preflights pass.
	 */
	private static void inspectForeign(Observation preflight, Verdicts verdicts) {
		for (boolean credentials : new boolean[] { true, false }) {
			if (preflight.isBlocked(credentials)) {
				verdicts.add(Verdict.blocked(ScanRule.EDGE_ANSWERS_PREFLIGHT, preflight, credentials,
						Texts.of(preflight.objection(credentials))));
				return;
			}
		}
		if (preflight.isExposed()) {
			ScanRule rule = HeaderInspection.ruleOfCredentials(preflight);
			verdicts.add(Verdict.exposed((rule == ScanRule.CREDENTIALS_DIFFER) ? ScanRule.EDGE_ANSWERS_PREFLIGHT : rule,
					preflight, "credentials are allowed"));
		}
	}

}
