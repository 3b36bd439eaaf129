package io.github.corsstarter.scan.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Sees a place in the light of the others: what is doubtful at one is plain at another,
 * and one cause at all of them is one finding.
 */
final class SiteWide {

	private final List<Verdict> site;

	/**
	 * Creates an inspection.
	 * @param site what was found at all places
	 */
	SiteWide(List<Verdict> site) {
		this.site = site;
	}

	void inspect(Evidence evidence, Verdicts verdicts) {
		verdicts.removeIf(this::isReflection);
		if (isAnywhere(ScanRule.EDGE_STRIPS_HEADERS, (verdict) -> true)) {
			verdicts.replaceIf((verdict) -> isStripped(verdict, evidence), ScanRule.EDGE_STRIPS_HEADERS,
					"there is no Access-Control-Allow-Origin");
			verdicts.removeIf((verdict) -> verdict.rule() == ScanRule.MAX_AGE_DIFFERS
					&& verdict.observation().answer().values(HeaderNames.MAX_AGE).isEmpty());
		}
	}

	/**
	 * Whether nothing tells that the place has a fault of its own beside one by which
	 * headers are taken away elsewhere.
	 */
	private boolean isStripped(Verdict verdict, Evidence evidence) {
		Observation observation = verdict.observation();
		if (verdict.rule() == ScanRule.ERROR_WITHOUT_HEADERS) {
			boolean preflights = isAnywhere(ScanRule.EDGE_STRIPS_HEADERS,
					(other) -> other.observation().probe().isPreflight());
			return evidence.promised(false).noneMatch(Observation::allowsOrigin)
					&& (!preflights || evidence.promised(true).noneMatch(Observation::allowsOrigin));
		}
		return verdict.rule() == ScanRule.EDGE_ANSWERS_PREFLIGHT && verdict.effect() == Effect.BLOCKED
				&& !observation.answer().hasCorsHeaders() && observation.promise() != null
				&& Integer.valueOf(observation.answer().status()).equals(observation.promise().status())
				&& isAnywhere(ScanRule.EDGE_STRIPS_HEADERS, (other) -> other.observation().probe().isPreflight());
	}

	/**
	 * Whether it comes of origins that are let in everywhere: at the ungoverned path, or
	 * in place of {@code *}.
	 */
	private boolean isReflection(Verdict verdict) {
		Observation observation = verdict.observation();
		if (verdict.rule() == ScanRule.VARY_MISSING) {
			return isAnywhere(ScanRule.ORIGIN_REFLECTED, (other) -> true) && observation.promise() != null
					&& observation.promise().header("Vary") == null;
		}
		if (verdict.rule() != ScanRule.UNGOVERNED_PATH_ANSWERS) {
			return false;
		}
		Probe probe = observation.probe();
		Set<ScanRule> causes = EnumSet.of(ScanRule.ORIGIN_REFLECTED);
		if (probe.purpose() == Purpose.ALLOWED_ORIGIN) {
			causes.addAll(List.of(ScanRule.NULL_TRUSTED, ScanRule.ORIGIN_MATCHED_LOOSELY));
		}
		boolean answered = probe.isPreflight() && isAnywhere(ScanRule.EDGE_ANSWERS_PREFLIGHT, (other) -> true);
		return answered || causes.stream()
			.anyMatch((cause) -> isAnywhere(cause, (other) -> other.credentials() || !verdict.credentials()));
	}

	private boolean isAnywhere(ScanRule rule, Predicate<Verdict> condition) {
		return this.site.stream().filter((verdict) -> verdict.rule() == rule).anyMatch(condition);
	}

}
