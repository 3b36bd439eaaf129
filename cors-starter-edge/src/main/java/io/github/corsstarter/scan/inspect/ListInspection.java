package io.github.corsstarter.scan.inspect;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Lists;
import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.evidence.Texts;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Compares the methods and request headers that preflights grant. A list that names more
 * than the policy gives it away although nobody asked: browsers keep the answer, and send
 * later requests by it.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#concept-cache">the CORS-preflight
 * cache</a>
 */
final class ListInspection implements Inspection {

	private final Promises promises;

	ListInspection(Promises promises) {
		this.promises = promises;
	}

	@Override
	public void inspect(Evidence evidence, Verdicts verdicts) {
		if (!evidence.isAnsweredByPolicy()) {
			return;
		}
		List<Observation> granted = HeaderInspection.letIn(evidence)
			.filter((observation) -> observation.probe().isPreflight() && !HeaderInspection.lacksLists(observation))
			.toList();
		granted.forEach((preflight) -> {
			inspectMissing(preflight, ScanRule.METHODS_DIFFER, HeaderNames.ALLOW_METHODS, verdicts);
			inspectMissing(preflight, ScanRule.HEADERS_DIFFER, HeaderNames.ALLOW_HEADERS, verdicts);
			extraMethods(preflight).findFirst()
				.ifPresent((method) -> verdicts.add(given(ScanRule.METHODS_DIFFER, preflight, method)));
			extraHeaders(preflight).findFirst()
				.ifPresent((name) -> verdicts.add(given(ScanRule.HEADERS_DIFFER, preflight, name)));
		});
		addGranted(evidence, Purpose.OTHER_METHOD, ScanRule.METHODS_DIFFER, verdicts);
		addGranted(evidence, Purpose.OTHER_HEADER, ScanRule.HEADERS_DIFFER, verdicts);
		evidence.actuals()
			.filter((actual) -> actual.probe().purpose() == Purpose.ALLOWED_ORIGIN && !actual.isPromised()
					&& actual.isAccepted())
			.forEach((actual) -> verdicts.add(Verdict.exposed(ScanRule.METHODS_DIFFER, actual,
					actual.probe().method() + " is answered, which the policy does not allow")));
	}

	private static void inspectMissing(Observation preflight, ScanRule rule, String list, Verdicts verdicts) {
		for (boolean credentials : new boolean[] { true, false }) {
			BrowserObjection objection = preflight.objectionTo(list, credentials);
			if (objection != null) {
				verdicts.add(Verdict.blocked(rule, preflight, credentials, Texts.of(objection)));
				return;
			}
		}
	}

	private static Verdict given(ScanRule rule, Observation preflight, String name) {
		return new Verdict(rule, ScanSeverity.ERROR, Effect.EXPOSED, preflight,
				preflight.isPromised(true) && !name.equals("*"), name + " is granted, too");
	}

	private static void addGranted(Evidence evidence, Purpose purpose, ScanRule rule, Verdicts verdicts) {
		evidence.having(purpose)
			.filter((preflight) -> !preflight.isPromised() && preflight.isAccepted())
			.forEach((preflight) -> verdicts.add(Verdict.exposed(rule, preflight, "it is granted")));
	}

	/**
	 * Returns the methods that are listed and not promised. GET, HEAD and POST need no
	 * listing, OPTIONS does for a page what a preflight does anyway, and no page sends
	 * {@code put}.
	 */
	Stream<String> extraMethods(Observation preflight) {
		return preflight.answer()
			.elements(HeaderNames.ALLOW_METHODS)
			.stream()
			.limit(Lists.MAX_ELEMENTS)
			.filter((method) -> Methods.isMethod(method) && !Methods.isForbidden(method)
					&& !Methods.isSafelisted(method) && !method.equals("OPTIONS")
					&& Methods.normalize(method).equals(method))
			.filter((method) -> !this.promises.isGranted(preflight.probe(), method, List.of()));
	}

	/**
	 * Returns the header names that are listed and not promised, but for those that pages
	 * can set anyway, or never.
	 */
	Stream<String> extraHeaders(Observation preflight) {
		return Lists.lowerCase(preflight.answer().elements(HeaderNames.ALLOW_HEADERS))
			.stream()
			.limit(Lists.MAX_ELEMENTS)
			.filter((name) -> Tokens.isToken(name) && Promises.isAskedFor(name))
			.filter((name) -> !this.promises.isGranted(preflight.probe(), preflight.probe().pageMethod(),
					List.of(name)));
	}

}
