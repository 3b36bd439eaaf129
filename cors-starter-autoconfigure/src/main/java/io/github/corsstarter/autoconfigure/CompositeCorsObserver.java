package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequestAccessor;

/**
 * Tells several observers, none of them or many.
 */
final class CompositeCorsObserver implements CorsObserver {

	private final List<CorsObserver> observers;

	CompositeCorsObserver(List<CorsObserver> observers) {
		this.observers = List.copyOf(observers);
	}

	@Override
	public PolicyObserver observe(CorsPolicy policy) {
		PolicyObserver[] told = this.observers.stream()
			.map((observer) -> observer.observe(policy))
			.toArray(PolicyObserver[]::new);
		return new PolicyObserver() {

			@Override
			public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
				for (PolicyObserver observer : told) {
					observer.decided(pattern, decision, request, accessor);
				}
			}

		};
	}

	@Override
	public void retain(Iterable<CorsPolicy> policies) {
		this.observers.forEach((observer) -> observer.retain(policies));
	}

}
