package io.github.corsstarter.scan.inspect;

import java.util.List;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.plan.Promises;

/**
 * All inspections, in the order in which each sees what those before it found.
 */
public final class Inspections {

	private Inspections() {
	}

	/**
	 * Inspects a place.
	 * @param evidence what was seen there
	 * @param promises what the policies say
	 * @return what was found
	 */
	public static Verdicts inspect(Evidence evidence, Promises promises) {
		Verdicts verdicts = new Verdicts();
		if (!evidence.place().isGoverned()) {
			new UngovernedInspection().inspect(evidence, verdicts);
			return verdicts;
		}
		List<Inspection> inspections = List.of(new PreflightInspection(), new RefusalInspection(), new MissingHeaders(),
				new HeaderInspection(), new ListInspection(promises), new ExposureInspection(), new OriginInspection(),
				new CacheInspection(), new DebugInspection(), new OldPolicy(), new OneEffect());
		inspections.forEach((inspection) -> inspection.inspect(evidence, verdicts));
		return verdicts;
	}

	/**
	 * Inspects mere form.
	 * @param evidence what was seen at a place
	 * @param verdicts takes what is found
	 */
	public static void inspectForm(Evidence evidence, Verdicts verdicts) {
		new FormInspection().inspect(evidence, verdicts);
	}

}
