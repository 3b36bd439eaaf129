package io.github.corsstarter.scan.inspect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Lists;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Compares the response headers that pages can read.
 */
final class ExposureInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		HeaderInspection.letIn(evidence)
			.filter((observation) -> !observation.probe().isPreflight())
			.forEach((actual) -> inspect(actual, verdicts));
	}

	private static void inspect(Observation actual, Verdicts verdicts) {
		Promise promise = actual.promise();
		if (promise == null) {
			return;
		}
		for (boolean credentials : new boolean[] { true, false }) {
			if (!actual.isPromised(credentials)) {
				continue;
			}
			String unread = firstReadable(promised(promise), actual, credentials, true);
			if (unread != null) {
				verdicts.add(Verdict.blocked(ScanRule.EXPOSED_HEADERS_DIFFER, actual, credentials,
						unread + " cannot be read"));
			}
			String read = firstReadable(actual.answer().elements(HeaderNames.EXPOSE_HEADERS), actual, credentials,
					false);
			if (read != null) {
				verdicts.add(new Verdict(ScanRule.EXPOSED_HEADERS_DIFFER, ScanSeverity.ERROR, Effect.EXPOSED, actual,
						credentials, read + " can be read"));
			}
		}
	}

	private static List<String> promised(Promise promise) {
		String value = promise.header(HeaderNames.EXPOSE_HEADERS);
		return (value != null) ? List.of(value.split(",", -1)) : List.of();
	}

	/**
	 * Returns the first name that a page is to read and cannot, or the reverse.
	 */
	private static @Nullable String firstReadable(List<String> names, Observation actual, boolean credentials,
			boolean promised) {
		Promise promise = actual.promise();
		if (promise == null) {
			return null;
		}
		Set<String> asked = new LinkedHashSet<>(names.subList(0, Math.min(names.size(), Lists.MAX_ELEMENTS)));
		for (String name : asked) {
			boolean readable = actual.check(credentials).exposes(name.strip(), actual.answer()::joined);
			boolean meant = actual.check(credentials).exposes(name.strip(), promise.headers()::get);
			if (meant == promised && readable != promised) {
				return name.strip();
			}
		}
		return null;
	}

}
