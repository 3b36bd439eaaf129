package io.github.corsstarter.scan.inspect;

import java.util.stream.Stream;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Finds origins that are let in although no policy lets them in.
 */
final class OriginInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		add(evidence, Purpose.STRANGER, ScanRule.ORIGIN_REFLECTED, verdicts);
		add(evidence, Purpose.OPAQUE, ScanRule.NULL_TRUSTED, verdicts);
		add(evidence, Purpose.LOOKALIKE, ScanRule.ORIGIN_MATCHED_LOOSELY, verdicts);
		// Who lets everyone in lets these in, too: that is one fault.
		for (boolean credentials : new boolean[] { true, false }) {
			if (reflected(verdicts).anyMatch((verdict) -> verdict.credentials() || !credentials)) {
				verdicts.removeIf((verdict) -> isPartOfReflection(verdict) && verdict.credentials() == credentials);
			}
		}
		if (verdicts.of(ScanRule.CREDENTIALS_DIFFER).anyMatch((verdict) -> verdict.effect() == Effect.EXPOSED)) {
			verdicts.removeIf(OriginInspection::isOpaqueAmongAllowed);
		}
	}

	/**
	 * Whether the opaque origin, which is allowed by name, got credentials with the
	 * others.
	 */
	private static boolean isOpaqueAmongAllowed(Verdict verdict) {
		return verdict.rule() == ScanRule.NULL_TRUSTED && verdict.observation().isPromised();
	}

	private static Stream<Verdict> reflected(Verdicts verdicts) {
		return verdicts.of(ScanRule.ORIGIN_REFLECTED);
	}

	private static boolean isPartOfReflection(Verdict verdict) {
		return switch (verdict.rule()) {
			case NULL_TRUSTED, ORIGIN_MATCHED_LOOSELY -> true;
			case CREDENTIALS_DIFFER, EDGE_ANSWERS_PREFLIGHT -> verdict.effect() == Effect.EXPOSED;
			case METHODS_DIFFER -> verdict.effect() == Effect.EXPOSED && !verdict.observation().probe().isPreflight();
			default -> false;
		};
	}

	private static void add(Evidence evidence, Purpose purpose, ScanRule rule, Verdicts verdicts) {
		evidence.having(purpose)
			.filter(Observation::isExposed)
			.filter((observation) -> !observation.isPromised())
			.filter((observation) -> !observation.probe().isPreflight() || evidence.isAnsweredByPolicy()
					|| observation.echoesOrigin())
			.forEach((observation) -> verdicts.add(Verdict.exposed(rule, observation, what(observation))));
	}

	private static String what(Observation observation) {
		String note = observation.probe().note();
		return (note.isEmpty() ? "" : note + ": ") + "the origin is let in"
				+ (observation.isAccepted(true) ? " with credentials" : "");
	}

}
