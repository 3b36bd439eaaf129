package io.github.corsstarter.benchmarks;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.autoconfigure.observe.CorsMetrics;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * What is told of our decisions while they are measured.
 */
public final class Observers {

	private Observers() {
	}

	/**
	 * Tells nobody.
	 * @return an observer
	 */
	public static CorsObserver none() {
		return CorsObserver.NONE;
	}

	/**
	 * Counts requests in a meter registry.
	 * @return an observer
	 */
	public static CorsObserver metrics() {
		return new CorsMetrics(new SimpleMeterRegistry());
	}

	/**
	 * Counts requests in a meter registry and keeps refusals, as an application with an
	 * actuator does.
	 * @return an observer
	 */
	public static CorsObserver all() {
		return CorsObserver.all(List.of(metrics(), new RecentRefusals(100, Clock.systemUTC())));
	}

}
