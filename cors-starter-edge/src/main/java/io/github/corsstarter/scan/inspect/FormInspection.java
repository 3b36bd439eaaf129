package io.github.corsstarter.scan.inspect;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Lists;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.plan.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Tells what only looks different, where nothing is wrong.
 */
final class FormInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		if (verdicts.isEmpty()) {
			evidence.promisedPreflights()
				.filter((preflight) -> preflight.promise() != null && preflight.isAccepted())
				.forEach((preflight) -> inspect(preflight, preflight.promise(), verdicts));
		}
	}

	private static void inspect(Observation preflight, @Nullable Promise promise, Verdicts verdicts) {
		if (promise == null) {
			return;
		}
		if (!Integer.valueOf(preflight.answer().status()).equals(promise.status())) {
			verdicts.add(Verdict.form(ScanRule.EDGE_ANSWERS_PREFLIGHT, preflight,
					"the preflight is answered " + preflight.answer().status() + ", which is as good"));
		}
		inspect(ScanRule.METHODS_DIFFER, HeaderNames.ALLOW_METHODS, preflight, promise, verdicts);
		inspect(ScanRule.HEADERS_DIFFER, HeaderNames.ALLOW_HEADERS, preflight, promise, verdicts);
	}

	private static void inspect(ScanRule rule, String header, Observation preflight, Promise promise,
			Verdicts verdicts) {
		if (!Lists.equal(preflight.answer().joined(header), promise.header(header))) {
			verdicts.add(Verdict.form(rule, preflight, header + " is another list, of the same use to a browser"));
		}
	}

}
