package io.github.corsstarter.scan.inspect;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Verdicts;

/**
 * Looks at a place for faults of one kind.
 */
@FunctionalInterface
interface Inspection {

	/**
	 * Inspects a place.
	 * @param evidence what was seen there
	 * @param verdicts takes what is found, and holds what other inspections found before
	 */
	void inspect(Evidence evidence, Verdicts verdicts);

}
