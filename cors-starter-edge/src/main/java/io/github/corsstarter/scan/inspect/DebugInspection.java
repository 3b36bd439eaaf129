package io.github.corsstarter.scan.inspect;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Finds refusals that tell their reason where the configuration does not ask for it.
 */
final class DebugInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		evidence.all()
			.filter((observation) -> !observation.answer().values(Evidence.REFUSAL).isEmpty())
			.filter((observation) -> observation.promise() != null
					&& observation.promise().header(Evidence.REFUSAL) == null)
			.forEach((observation) -> verdicts
				.add(Verdict.latent(ScanRule.DEBUG_IN_PRODUCTION, observation, "the refusal tells its reason")));
	}

}
