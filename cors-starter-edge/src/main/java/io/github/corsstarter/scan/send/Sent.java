package io.github.corsstarter.scan.send;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a plan.
 *
 * @param exchanges each probe of the plan, with its answer or without
 * @param requests how many requests were sent, by method
 * @param duration how long it took
 */
public record Sent(List<Exchange> exchanges, Map<String, Integer> requests, Duration duration) {

	/**
	 * Creates a result.
	 */
	public Sent {
		exchanges = List.copyOf(exchanges);
		requests = Collections.unmodifiableMap(new TreeMap<>(requests));
	}

}
