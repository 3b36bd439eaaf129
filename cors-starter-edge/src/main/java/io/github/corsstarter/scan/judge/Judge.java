package io.github.corsstarter.scan.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.judge.FindingText.Direct;
import io.github.corsstarter.scan.judge.FindingText.Fault;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.send.Exchange;
import io.github.corsstarter.scan.send.Sent;

/**
 * Judges what came of a plan.
 */
public final class Judge {

	private static final Comparator<Verdict> TELLING_FIRST = Comparator
		.comparing((Verdict verdict) -> !verdict.credentials())
		.thenComparing((verdict) -> verdict.observation().probe().isPreflight());

	private static final Comparator<ScanFinding> WORST_FIRST = Comparator.comparing(ScanFinding::severity)
		.thenComparing((finding) -> finding.effect() != Effect.EXPOSED)
		.thenComparing((finding) -> !finding.credentials());

	private final Promises promises;

	private final PropertyLocator locator;

	/**
	 * Creates a judge.
	 * @param promises what the policies say
	 * @param locator tells where they are written
	 */
	public Judge(Promises promises, PropertyLocator locator) {
		this.promises = promises;
		this.locator = locator;
	}

	/**
	 * Judges.
	 * @param plan what was planned
	 * @param sent what came of it
	 * @return the findings, the worst first
	 */
	public List<ScanFinding> judge(ProbePlan plan, Sent sent) {
		SiteInspection target = SiteInspection.of(exchanges(sent, false), this.promises);
		SiteInspection direct = SiteInspection.of(exchanges(sent, true), this.promises);
		FindingText text = new FindingText(plan, this.locator,
				new Direct(plan.direct(), direct.verdicts().keySet(),
						direct.verdicts()
							.values()
							.stream()
							.flatMap(Verdicts::stream)
							.map(Judge::fault)
							.collect(Collectors.toSet())));
		List<ScanFinding> findings = new ArrayList<>();
		target.verdicts()
			.values()
			.forEach((verdicts) -> group(verdicts).forEach((group) -> findings.add(text.of(group))));
		Map<Cause, List<Probe>> unknown = new LinkedHashMap<>();
		target.unknown().forEach((probe, cause) -> add(unknown, probe, cause));
		direct.unknown().forEach((probe, cause) -> add(unknown, probe, cause));
		plan.leftOff().forEach((probe) -> add(unknown, probe, "not sent, as the number of requests is limited"));
		unknown.forEach((cause, probes) -> findings.add(text.inconclusive(cause.text, probes)));
		findings.sort(WORST_FIRST);
		return List.copyOf(findings);
	}

	private static List<Exchange> exchanges(Sent sent, boolean direct) {
		return sent.exchanges().stream().filter((exchange) -> exchange.probe().direct() == direct).toList();
	}

	private static void add(Map<Cause, List<Probe>> unknown, Probe probe, String cause) {
		unknown.computeIfAbsent(new Cause(probe.place(), probe.direct(), cause), (key) -> new ArrayList<>()).add(probe);
	}

	private static Fault fault(Verdict verdict) {
		return new Fault(verdict.rule(), verdict.observation().probe().place());
	}

	private static List<List<Verdict>> group(Verdicts verdicts) {
		Map<List<Object>, List<Verdict>> groups = verdicts.stream()
			.sorted(TELLING_FIRST)
			.collect(Collectors.groupingBy(Judge::key, LinkedHashMap::new, Collectors.toList()));
		return List.copyOf(groups.values());
	}

	/**
	 * What two verdicts have in common that are one finding. Each missing origin is one
	 * by itself, as each is another line to mend.
	 */
	private static List<Object> key(Verdict verdict) {
		String origin = (verdict.rule() == ScanRule.ORIGIN_MISSING) ? verdict.observation().origin() : "";
		return List.of(verdict.rule(), verdict.effect(), origin);
	}

	/**
	 * Why something could not be judged, and where.
	 */
	private record Cause(Place place, boolean direct, String text) {
	}

}
