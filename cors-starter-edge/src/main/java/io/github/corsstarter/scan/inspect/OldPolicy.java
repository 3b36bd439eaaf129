package io.github.corsstarter.scan.inspect;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Tells an older policy that is in force from an edge that writes other lists: where a
 * policy decides, what is refused is not listed, and what is listed is not refused.
 */
final class OldPolicy implements Inspection {

	private static final Set<ScanRule> LISTS = Set.of(ScanRule.METHODS_DIFFER, ScanRule.HEADERS_DIFFER);

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		Set<ScanRule> differing = verdicts.stream()
			.map(Verdict::rule)
			.filter(ScanRule::comparesPolicy)
			.collect(Collectors.toSet());
		boolean fingerprint = evidence.preflights().anyMatch(Evidence::hasFingerprint);
		if (differing.size() < 2 || Collections.disjoint(differing, LISTS) || !fingerprint || !isDecided(evidence)
				|| isWrittenOver(evidence)) {
			return;
		}
		List<Verdict> replaced = verdicts.stream().filter((verdict) -> verdict.rule().comparesPolicy()).toList();
		verdicts.removeIf((verdict) -> verdict.rule().comparesPolicy());
		Effect effect = replaced.stream().anyMatch((verdict) -> verdict.effect() == Effect.BLOCKED) ? Effect.BLOCKED
				: Effect.EXPOSED;
		String what = replaced.stream()
			.map(Verdict::rule)
			.distinct()
			.map(ScanRule::id)
			.sorted()
			.collect(Collectors.joining(", "));
		replaced.stream()
			.filter((verdict) -> verdict.effect() == effect)
			.findFirst()
			.ifPresent((verdict) -> verdicts.add(verdict.as(ScanRule.OLD_POLICY_DEPLOYED, what)));
	}

	/**
	 * Whether something is refused that is promised, or granted that is not.
	 */
	private static boolean isDecided(Evidence evidence) {
		return evidence.promisedPreflights().anyMatch(Observation::isRefusal)
				|| others(evidence).anyMatch(Observation::isAccepted);
	}

	/**
	 * Whether a preflight is granted with a list that lacks what was asked for, or
	 * refused although others got a list that has it.
	 */
	private static boolean isWrittenOver(Evidence evidence) {
		boolean lacking = evidence.promisedPreflights()
			.anyMatch((preflight) -> preflight.hasOkStatus() && preflight.allowsOrigin()
					&& preflight.answer().values(Evidence.REFUSAL).isEmpty()
					&& (preflight.objectionTo(HeaderNames.ALLOW_METHODS, preflight.isPromised(true)) != null
							|| preflight.objectionTo(HeaderNames.ALLOW_HEADERS, preflight.isPromised(true)) != null));
		return lacking || evidence.having(Purpose.OTHER_METHOD)
			.filter(Observation::isRefusal)
			.anyMatch((refused) -> evidence.promisedPreflights()
				.anyMatch((granted) -> granted.answer()
					.elements(HeaderNames.ALLOW_METHODS)
					.contains(refused.probe().pageMethod())));
	}

	private static Stream<Observation> others(Evidence evidence) {
		return Stream.concat(evidence.having(Purpose.OTHER_METHOD), evidence.having(Purpose.OTHER_HEADER));
	}

}
