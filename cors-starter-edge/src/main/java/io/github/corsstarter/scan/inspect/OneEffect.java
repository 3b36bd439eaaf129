package io.github.corsstarter.scan.inspect;

import java.util.List;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Leaves one effect of a cause that has several: who has to let preflights pass need not
 * be told of all that comes of it, and a list that is doubled tells nothing beside an
 * origin that is.
 */
final class OneEffect implements Inspection {

	private static final List<ScanRule> RULES = List.of(ScanRule.EDGE_ANSWERS_PREFLIGHT, ScanRule.EDGE_DOUBLES_HEADERS);

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		for (ScanRule rule : RULES) {
			boolean blocked = verdicts.of(rule).anyMatch((verdict) -> verdict.effect() == Effect.BLOCKED);
			verdicts.removeIf((verdict) -> blocked && verdict.rule() == rule && verdict.effect() != Effect.BLOCKED);
		}
	}

}
