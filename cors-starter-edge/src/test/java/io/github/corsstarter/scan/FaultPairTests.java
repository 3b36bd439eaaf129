package io.github.corsstarter.scan;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.scan.judge.Judge;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.send.Exchange;
import io.github.corsstarter.scan.send.Sent;
import io.github.corsstarter.scan.wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what is found where two things are wrong at once. Nothing is sent: the plan is
 * answered in place. A few pairs are tried in an ordinary run, all with
 * {@code -Dscan.pairs=1}.
 */
class FaultPairTests {

	/** Every so many pairs, one is tried. */
	private static final int STEP = Integer.getInteger("scan.pairs", 31);

	/** What comes through is other than what the rest of the faults speak of. */
	private static final Set<Fault> OVERWHELMING = Set.of(Fault.OLD_POLICY, Fault.EVERYTHING_REDIRECTED,
			Fault.REFLECTED, Fault.REFLECTED_ON_PREFLIGHTS);

	private static final Set<Fault> TAKING = Set.of(Fault.HEADERS_STRIPPED, Fault.HEADERS_STRIPPED_FROM_GETS,
			Fault.HEADERS_DOUBLED, Fault.ERRORS_BARE, Fault.CACHED);

	private static final Set<Fault> TAKING_CREDENTIALS = Set.of(Fault.CREDENTIALS_DROPPED,
			Fault.UNGOVERNED_ANSWERS_EVERYONE);

	private static final ProbePlan PLAN = plan("http://127.0.0.1:8080");

	private static final Judge JUDGE = new Judge(new Promises(new CorsEngine(Sites.POLICIES, CorsObserver.NONE)),
			PropertyLocator.UNKNOWN);

	@ParameterizedTest
	@CsvSource(textBlock = """
			HEADERS_STRIPPED, PREFLIGHT_REDIRECTED
			HEADERS_STRIPPED, PREFLIGHT_UNAUTHORIZED
			HEADERS_STRIPPED, VARY_STRIPPED
			HEADERS_DOUBLED, MAX_AGE_CHANGED
			HEADERS_DOUBLED, METHODS_WIDER
			HEADERS_DOUBLED, VARY_OVERWRITTEN
			ORIGIN_MISSING, EDGE_ANSWERS
			ORIGIN_MISSING, METHODS_NARROWER
			VARY_STRIPPED, MATCHED_BY_PART
			VARY_OVERWRITTEN, PREFLIGHT_CHALLENGED
			CACHED, EXPOSED_DROPPED
			EDGE_ANSWERS, ERRORS_BARE
			EDGE_ANSWERS, CREDENTIALS_ADDED
			PREFLIGHT_FAILING, VARY_STRIPPED
			PREFLIGHT_FORBIDDEN, NULL_TRUSTED
			REFLECTED, MAX_AGE_CHANGED
			REFLECTED_ON_PREFLIGHTS, METHODS_WIDER
			NULL_TRUSTED, MATCHED_LOCALHOST
			MATCHED_BY_BARE_DOT, HEADERS_WIDER
			METHODS_WIDER, HEADERS_WIDER
			METHODS_NARROWER, HEADERS_NARROWER
			CREDENTIALS_DROPPED, EXPOSED_WIDER
			UNGOVERNED_ANSWERS, MAX_AGE_CHANGED
			UNGOVERNED_ANSWERS_EVERYONE, VARY_STRIPPED
			""")
	void judgeWhenTwoThingsAreWrongShouldFindBoth(Fault inner, Fault outer) {
		assertThat(found(answers(both(inner, outer)))).containsExactlyInAnyOrder(found(inner), found(outer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://[^.]*\\.api\\.site\\.example", "https://.*site\\.example",
			"https?://api.site\\.example", "https://api\\.site\\.example:.*", "https://api\\.site\\.example\\..*" })
	void judgeWhenSomethingAroundTheTargetsNameIsLetInShouldFindIt(String expression) {
		ProbePlan plan = plan("https://api.site.example");
		List<Exchange> answers = answers(plan, (call) -> Sites.echo(call, Sites.APPLICATION.answer(call),
				(origin) -> !origin.equals("https://api.site.example") && origin.matches(expression)));
		assertThat(JUDGE.judge(plan, new Sent(answers, Map.of(), Duration.ZERO))).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.rule() + " " + finding.effect())
				.isEqualTo(found(Fault.MATCHED_AROUND_TARGET)));
	}

	@Test
	void judgeWhenAnyTwoThingsAreWrongShouldFindBothOrTheOneThatHidesTheOther() {
		List<String> failures = new ArrayList<>();
		Fault[] faults = Fault.values();
		for (int pair = 0; pair < faults.length * faults.length; pair += STEP) {
			Fault inner = faults[pair / faults.length];
			Fault outer = faults[pair % faults.length];
			if (inner != outer) {
				verify(inner, outer, failures);
			}
		}
		assertThat(failures).isEmpty();
	}

	private static void verify(Fault inner, Fault outer, List<String> failures) {
		List<Exchange> answers = answers(both(inner, outer));
		Set<String> found = found(answers);
		Set<String> expected = new TreeSet<>(List.of(found(inner)));
		expected.add(found(outer));
		boolean right = found.equals(expected);
		if (isCovering(inner, outer) || isCovering(outer, inner)) {
			right = hasRule(found, inner) || hasRule(found, outer);
		}
		for (Fault fault : List.of(inner, outer)) {
			right |= answers.equals(answers(one(fault))) && found.equals(Set.of(found(fault)));
		}
		if (!right) {
			failures.add(outer + " in front of " + inner + ": " + found);
		}
	}

	/**
	 * Whether one fault takes or doubles what the other gives or changes, or tells of it
	 * already.
	 */
	private static boolean isCovering(Fault one, Fault other) {
		boolean given = other.name().startsWith("MATCHED") || other.name().startsWith("UNGOVERNED")
				|| other == Fault.NULL_TRUSTED || other == Fault.CREDENTIALS_ADDED;
		return OVERWHELMING.contains(one) || (TAKING.contains(one) && (given || TAKING.contains(other)))
				|| (TAKING_CREDENTIALS.contains(one) && other == Fault.UNGOVERNED_ANSWERS)
				|| (one == Fault.EDGE_ANSWERS && other.rule() == Fault.METHODS_WIDER.rule());
	}

	private static boolean hasRule(Set<String> found, Fault fault) {
		return found.stream().anyMatch((each) -> each.startsWith(fault.rule() + " "));
	}

	private static Function<Call, Reply> one(Fault fault) {
		return (call) -> fault.answer(call, Sites.APPLICATION::answer);
	}

	private static Function<Call, Reply> both(Fault inner, Fault outer) {
		return (call) -> outer.answer(call, one(inner));
	}

	private static ProbePlan plan(String target) {
		return CorsScan
			.of(new ScanPolicies(Sites.POLICIES, PropertyLocator.UNKNOWN, "application.yml"),
					ScanOptions.of(URI.create(target)).maxRequests(5000).build())
			.plan();
	}

	private static List<Exchange> answers(Function<Call, Reply> site) {
		return answers(PLAN, site);
	}

	private static List<Exchange> answers(ProbePlan plan, Function<Call, Reply> site) {
		Sites.CACHE.clear();
		return plan.probes().stream().map((probe) -> answer(probe, site.apply(call(probe)))).toList();
	}

	private static Exchange answer(Probe probe, Reply reply) {
		return Exchange.answered(probe, new Answer(reply.status(), reply.headers()));
	}

	private static Call call(Probe probe) {
		Map<String, List<String>> headers = new HashMap<>();
		headers.put("Sec-Fetch-Site", List.of("cross-site"));
		if (probe.origin() != null) {
			headers.put("Origin", List.of(probe.origin()));
		}
		if (probe.requestedMethod() != null) {
			headers.put("Access-Control-Request-Method", List.of(probe.requestedMethod()));
			if (!probe.requestedHeaders().isEmpty()) {
				headers.put("Access-Control-Request-Headers", List.of(String.join(",", probe.requestedHeaders())));
			}
		}
		return new Call(probe.method(), probe.path(), probe.fresh(), headers);
	}

	private static Set<String> found(List<Exchange> answers) {
		return JUDGE.judge(PLAN, new Sent(answers, Map.of(), Duration.ZERO))
			.stream()
			.map((finding) -> finding.rule() + " " + finding.effect())
			.collect(Collectors.toSet());
	}

	private static String found(Fault fault) {
		return fault.rule() + " " + fault.effect();
	}

}
