package io.github.corsstarter.benchmarks;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsRequestAccessor;

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
		return (policy) -> new CorsObserver.PolicyObserver() {

			@Override
			public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
			}

		};
	}

}
