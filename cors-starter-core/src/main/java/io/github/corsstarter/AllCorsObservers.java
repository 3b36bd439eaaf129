package io.github.corsstarter;

import java.util.List;

/**
 * Tells several observers.
 */
final class AllCorsObservers implements CorsObserver {

	// An array: it is walked for each request.
	private final CorsObserver[] observers;

	AllCorsObservers(List<CorsObserver> observers) {
		this.observers = observers.toArray(new CorsObserver[0]);
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
		for (CorsObserver observer : this.observers) {
			observer.decided(policy, decision);
		}
	}

	@Override
	public void refused(Refusal refusal) {
		for (CorsObserver observer : this.observers) {
			observer.refused(refusal);
		}
	}

	@Override
	public void differs(ResponseDifference difference) {
		for (CorsObserver observer : this.observers) {
			observer.differs(difference);
		}
	}

	@Override
	public void replaced(List<CorsPolicy> policies) {
		for (CorsObserver observer : this.observers) {
			observer.replaced(policies);
		}
	}

}
