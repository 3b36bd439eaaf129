package io.github.corsstarter.scan.judge;

import java.util.List;
import java.util.Set;

import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.scan.evidence.Curl;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Texts;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Site;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of verdicts.
 */
final class FindingText {

	private final ProbePlan plan;

	private final PropertyLocator locator;

	private final Direct direct;

	FindingText(ProbePlan plan, PropertyLocator locator, Direct direct) {
		this.plan = plan;
		this.locator = locator;
		this.direct = direct;
	}

	/**
	 * Makes one finding of verdicts that say the same.
	 * @param verdicts the verdicts, the one to show first
	 */
	ScanFinding of(List<Verdict> verdicts) {
		Verdict verdict = verdicts.get(0);
		Observation observation = verdict.observation();
		Probe probe = observation.probe();
		List<Probe> probes = verdicts.stream().map((each) -> each.observation().probe()).distinct().toList();
		return new ScanFinding(verdict.rule(), verdict.severity(), verdict.effect(), probe.place().policy(),
				probe.place().pattern(), path(probe), probe.origin(), probe.pageMethod(), verdict.credentials(),
				Texts.expected(observation.promise()), Texts.observed(observation.answer()),
				message(verdict) + others(probes), Advice.of(verdict) + this.direct.fault(verdict),
				source(probe.place(), verdict.rule()),
				Curl.of(site(probe), probe, verdict.rule() == ScanRule.VARY_MISSING),
				probe.words(verdict.credentials()), probes);
	}

	/**
	 * Makes a finding of probes that could not be judged for one cause.
	 */
	ScanFinding inconclusive(String cause, List<Probe> probes) {
		Probe probe = probes.get(0);
		String message = "The request could not be judged: " + cause + "." + others(probes);
		return new ScanFinding(ScanRule.INCONCLUSIVE, ScanSeverity.INFO, Effect.UNKNOWN, probe.place().policy(),
				probe.place().pattern(), path(probe), probe.origin(), probe.pageMethod(), false, "an answer", cause,
				message, "Scan again when the cause is gone.", source(probe.place(), ScanRule.INCONCLUSIVE),
				Curl.of(site(probe), probe, false), probe.words(false) + (probe.direct() ? ", asked directly" : ""),
				probes);
	}

	private static String message(Verdict verdict) {
		String what = verdict.what();
		String clause = Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".";
		return switch (verdict.effect()) {
			case BLOCKED -> "The browser blocks it: " + what + ".";
			// What another fault keeps from pages is theirs as soon as that is mended.
			case EXPOSED -> (verdict.observation().isAccepted() ? "The browser lets the page have it: "
					: "Where nothing else blocks it, the browser lets the page have it: ") + what + ".";
			case LATENT, FORM, UNKNOWN -> clause;
		};
	}

	private static String others(List<Probe> probes) {
		int others = probes.size() - 1;
		return (others > 0) ? " " + others + " other request" + ((others > 1) ? "s show" : " shows") + " it, too." : "";
	}

	private Site site(Probe probe) {
		return this.plan.site(probe);
	}

	private String path(Probe probe) {
		return site(probe).basePath() + probe.path();
	}

	private @Nullable String source(Place place, ScanRule rule) {
		if (place.policy() == null) {
			return null;
		}
		String source = rule.key().isEmpty() ? null : this.locator.locate(place.policy(), rule.key());
		return (source != null) ? source : this.locator.locate(place.policy(), "");
	}

	/**
	 * What the application itself did, where it was asked.
	 *
	 * @param site where it was asked, or {@code null}
	 * @param asked the places at which it answered
	 * @param faults the rules that hold there
	 */
	record Direct(@Nullable Site site, Set<Place> asked, Set<Fault> faults) {

		/**
		 * Says whose fault it is.
		 */
		String fault(Verdict verdict) {
			Place place = verdict.observation().probe().place();
			if (this.site == null || !this.asked.contains(place)) {
				return "";
			}
			return this.faults.contains(new Fault(verdict.rule(), place))
					? " The application itself answers so (asked at " + this.site + ")."
					: " The application itself does as the policy says (asked at " + this.site
							+ "): it is what stands in front of it.";
		}

	}

	/**
	 * That a rule holds at a place.
	 */
	record Fault(ScanRule rule, Place place) {
	}

}
