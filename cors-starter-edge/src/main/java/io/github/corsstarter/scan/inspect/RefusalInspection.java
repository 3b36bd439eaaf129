package io.github.corsstarter.scan.inspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Lists;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Finds out why a policy refuses what is promised: by comparing the refused preflights
 * with those of the same origin that are granted, and with the lists that they got.
 */
final class RefusalInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		if (!evidence.isAnsweredByPolicy()) {
			return;
		}
		evidence.promisedPreflights().filter(Observation::isRefusal).forEach((refused) -> {
			if (!evidence.isLetIn(refused.origin())) {
				verdicts.add(Verdict.blocked(ScanRule.ORIGIN_MISSING, refused, refused.isPromised(true),
						"the origin is refused"));
			}
			else {
				inspect(refused, evidence, verdicts);
			}
		});
	}

	private static void inspect(Observation refused, Evidence evidence, Verdicts verdicts) {
		Granted granted = Granted.to(refused.origin(), evidence);
		boolean credentials = refused.isPromised(true);
		String method = refused.probe().pageMethod();
		List<String> names = refused.probe().requestedHeaders();
		boolean otherMethod = !granted.requestedMethods.contains(method) && !granted.listedMethods.contains(method);
		boolean otherNames = !granted.requestedNames.containsAll(names) && !granted.listedNames.containsAll(names);
		if (otherMethod) {
			verdicts.add(Verdict.blocked(ScanRule.METHODS_DIFFER, refused, credentials, method + " is refused"));
		}
		if (otherNames) {
			verdicts.add(Verdict.blocked(ScanRule.HEADERS_DIFFER, refused, credentials, "a header is refused"));
		}
		if (!otherMethod && !otherNames) {
			verdicts.add(Verdict.blocked(ScanRule.EDGE_ANSWERS_PREFLIGHT, refused, credentials,
					"the preflight is answered " + refused.answer().status()));
		}
	}

	/**
	 * What preflights of one origin were granted.
	 */
	private static final class Granted {

		private final Set<String> requestedMethods = new HashSet<>();

		private final Set<String> requestedNames = new HashSet<>();

		private final Set<String> listedMethods = new HashSet<>();

		private final Set<String> listedNames = new HashSet<>();

		static Granted to(String origin, Evidence evidence) {
			Granted granted = new Granted();
			evidence.promisedPreflights()
				.filter((preflight) -> preflight.origin().equals(origin) && preflight.hasOkStatus())
				.forEach(granted::add);
			return granted;
		}

		private void add(Observation preflight) {
			this.requestedMethods.add(preflight.probe().pageMethod());
			this.requestedNames.addAll(preflight.probe().requestedHeaders());
			this.listedMethods.addAll(preflight.answer().elements(HeaderNames.ALLOW_METHODS));
			this.listedNames.addAll(Lists.lowerCase(preflight.answer().elements(HeaderNames.ALLOW_HEADERS)));
		}

	}

}
