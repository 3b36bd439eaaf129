package io.github.corsstarter.benchmarks;

import java.time.Clock;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsObserver.PolicyObserver;
import io.github.corsstarter.CorsRequestAccessor;
import io.github.corsstarter.autoconfigure.observe.CorsMetrics;
import io.github.corsstarter.autoconfigure.observe.RefusalLog;
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
		return (policy) -> new PolicyObserver() {

			@Override
			public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
			}

		};
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
		CorsObserver metrics = metrics();
		CorsObserver refusals = new RefusalLog(100, Clock.systemUTC());
		return (policy) -> new Both(metrics.observe(policy), refusals.observe(policy));
	}

	private record Both(PolicyObserver one, PolicyObserver other) implements PolicyObserver {

		@Override
		public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
			this.one.decided(pattern, decision, request, accessor);
			this.other.decided(pattern, decision, request, accessor);
		}

	}

}
