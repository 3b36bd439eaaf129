package io.github.corsstarter.autoconfigure.observe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts CORS requests on governed paths. No tag takes a value from a request, so that
 * strangers cannot make meters.
 */
public final class CorsMetrics implements CorsObserver {

	/** The counter's name. */
	public static final String NAME = "cors.requests";

	private final MeterRegistry registry;

	private final Map<CorsPolicy, PolicyCounters> counters = new HashMap<>();

	/**
	 * Creates an observer.
	 * @param registry takes the counters
	 */
	public CorsMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public synchronized PolicyObserver observe(CorsPolicy policy) {
		return this.counters.computeIfAbsent(policy, (key) -> new PolicyCounters(key, this.registry));
	}

	@Override
	public synchronized void retain(Iterable<CorsPolicy> policies) {
		Map<CorsPolicy, PolicyCounters> gone = new HashMap<>(this.counters);
		policies.forEach(gone::remove);
		this.counters.keySet().removeAll(gone.keySet());
		// A policy and its successor of the same name and mode share their counters.
		Set<Meter.Id> kept = new HashSet<>();
		this.counters.values().forEach((counters) -> counters.all().forEach((counter) -> kept.add(counter.getId())));
		gone.values()
			.stream()
			.flatMap((counters) -> counters.all().stream())
			.filter((counter) -> !kept.contains(counter.getId()))
			.forEach(this.registry::remove);
	}

}
