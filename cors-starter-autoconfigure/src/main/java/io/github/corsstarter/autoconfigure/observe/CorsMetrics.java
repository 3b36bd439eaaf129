package io.github.corsstarter.autoconfigure.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.ResponseDifference;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts CORS requests on governed paths. No tag takes a value from a request, so that
 * strangers cannot make meters.
 */
public final class CorsMetrics implements CorsObserver {

	/** The counter's name. */
	public static final String NAME = "cors.requests";

	private final MeterRegistry registry;

	/** By the policy's name: what a request looks up was made before it came. */
	private volatile Map<String, PolicyCounters> counters = Map.of();

	/**
	 * Creates an observer.
	 * @param registry takes the counters
	 */
	public CorsMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
		PolicyCounters counters = this.counters.get(policy.name());
		if (counters != null) {
			counters.count(decision);
		}
	}

	@Override
	public void differs(ResponseDifference difference) {
		PolicyCounters counters = this.counters.get(difference.policy().name());
		if (counters != null) {
			counters.countDifference(difference.preflight());
		}
	}

	/**
	 * Makes the counters of new policies, and removes those of policies that are gone. A
	 * policy and its successor of the same name and mode share their counters.
	 */
	@Override
	public synchronized void replaced(List<CorsPolicy> policies) {
		Map<String, PolicyCounters> counters = new HashMap<>();
		for (CorsPolicy policy : policies) {
			PolicyCounters before = this.counters.get(policy.name());
			counters.put(policy.name(), (before != null && before.mode() == policy.mode()) ? before
					: new PolicyCounters(policy, this.registry));
		}
		Map<String, PolicyCounters> gone = new HashMap<>(this.counters);
		gone.values().removeAll(counters.values());
		this.counters = counters;
		gone.values().stream().flatMap((removed) -> removed.all().stream()).forEach(this.registry::remove);
	}

}
