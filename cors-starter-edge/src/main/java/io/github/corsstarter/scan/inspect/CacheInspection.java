package io.github.corsstarter.scan.inspect;

import java.util.stream.Stream;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.MaxAge;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.plan.Promise;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Finds what makes caches give one origin the answer for another, and caches that do.
 */
final class CacheInspection implements Inspection {

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		inspectMaxAge(evidence, verdicts);
		inspectVary(evidence, verdicts);
		evidence.having(Purpose.CACHE_READ).forEach((read) -> inspect(read, evidence, verdicts));
	}

	private static void inspect(Observation read, Evidence evidence, Verdicts verdicts) {
		boolean fresh = evidence.having(Purpose.ALLOWED_ORIGIN)
			.filter((observation) -> !observation.probe().isPreflight() && observation.origin().equals(read.origin()))
			.anyMatch((observation) -> (read.isBlocked(true) && observation.isAccepted(true))
					|| (read.isBlocked(false) && observation.isAccepted(false)));
		if (fresh && read.answer().status() < 500) {
			verdicts.add(Verdict.latent(ScanRule.CACHED_ACROSS_ORIGINS, read,
					"the answer that was made without an origin came again"));
		}
	}

	/**
	 * What something else answers, errors or redirects without CORS headers at all, needs
	 * no {@code Vary}. Neither does a place at which every origin gets the same: nothing.
	 */
	private static void inspectVary(Evidence evidence, Verdicts verdicts) {
		if (evidence.all().noneMatch((observation) -> observation.isPromised() || observation.isAccepted())) {
			return;
		}
		boolean foreignErrors = verdicts.has(ScanRule.ERROR_WITHOUT_HEADERS);
		boolean foreignRedirects = verdicts.has(ScanRule.PREFLIGHT_REDIRECTED);
		boolean reflected = verdicts.has(ScanRule.ORIGIN_REFLECTED);
		Stream.concat(evidence.having(Purpose.ALLOWED_ORIGIN), evidence.having(Purpose.PLAIN))
			.filter((observation) -> !observation.probe().isPreflight())
			.filter((observation) -> !foreignErrors || observation.answer().status() < 400)
			.filter((observation) -> !foreignRedirects || !observation.isRedirect() || observation.allowsOrigin())
			.filter((observation) -> mustVary(observation, reflected))
			.filter((observation) -> !observation.answer().varies(HeaderNames.ORIGIN))
			.forEach((observation) -> verdicts
				.add(Verdict.latent(ScanRule.VARY_MISSING, observation, "Vary does not hold Origin")));
	}

	private static boolean mustVary(Observation observation, boolean reflected) {
		Promise promise = observation.promise();
		String vary = (promise != null) ? promise.header("Vary") : null;
		boolean promised = vary != null && vary.contains(HeaderNames.ORIGIN);
		return promised || (!reflected && observation.isPromised() && observation.echoesOrigin());
	}

	private static void inspectMaxAge(Evidence evidence, Verdicts verdicts) {
		HeaderInspection.letIn(evidence)
			.filter((observation) -> observation.probe().isPreflight())
			.filter((preflight) -> preflight.promise() != null
					&& !MaxAge.of(preflight.answer().elements(HeaderNames.MAX_AGE))
						.equals(MaxAge.of(preflight.promise().header(HeaderNames.MAX_AGE))))
			.forEach((preflight) -> verdicts
				.add(Verdict.latent(ScanRule.MAX_AGE_DIFFERS, preflight, "the answer is cached for another time")));
	}

}
