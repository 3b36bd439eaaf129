package io.github.corsstarter.scan.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.scan.evidence.Observation;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.plan.Purpose;
import io.github.corsstarter.scan.send.Exchange;
import io.github.corsstarter.scan.wire.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what can be judged from what cannot.
 */
final class Sorting {

	private Sorting() {
	}

	/**
	 * Returns what can be judged of one place.
	 * @param unknown takes what cannot, with the cause
	 */
	static List<Observation> observations(List<Exchange> exchanges, Promises promises, Map<Probe, String> unknown) {
		boolean failing = exchanges.stream()
			.anyMatch((exchange) -> exchange.probe().purpose() == Purpose.PLAIN && isFailure(exchange.answer()));
		List<Observation> observations = new ArrayList<>();
		for (Exchange exchange : exchanges) {
			Probe probe = exchange.probe();
			Answer answer = exchange.answer();
			if (answer == null) {
				unknown.put(probe, (exchange.failure() != null) ? exchange.failure() : "no answer");
			}
			// A preflight is judged by whatever comes: nothing but the policy is to
			// answer it.
			else if (failing && isFailure(answer) && !probe.isPreflight()) {
				if (probe.origin() != null) {
					unknown.put(probe, "answered " + answer.status() + ", as without an origin");
				}
			}
			else {
				observations.add(new Observation(probe, answer, promises.of(probe)));
			}
		}
		return observations;
	}

	private static boolean isFailure(@Nullable Answer answer) {
		return answer != null && answer.status() >= 500;
	}

}
