package io.github.corsstarter.scan.inspect;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;

/**
 * Looks at a path that no policy governs: what it gives to other origins, nobody meant to
 * give.
 */
final class UngovernedInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		evidence.all().filter(Observation::isAccepted).forEach((observation) -> verdicts.add(verdict(observation)));
	}

	private static Verdict verdict(Observation observation) {
		boolean credentials = observation.isAccepted(true);
		return new Verdict(ScanRule.UNGOVERNED_PATH_ANSWERS, credentials ? ScanSeverity.ERROR : ScanSeverity.WARNING,
				credentials ? Effect.EXPOSED : Effect.LATENT, observation, credentials,
				"the origin is let in" + (credentials ? " with credentials" : ""));
	}

}
