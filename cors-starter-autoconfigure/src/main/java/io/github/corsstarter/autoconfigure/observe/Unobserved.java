package io.github.corsstarter.autoconfigure.observe;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsRequestAccessor;

/**
 * Takes no notice of decisions.
 */
enum Unobserved implements CorsObserver.PolicyObserver {

	INSTANCE;

	@Override
	public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
	}

}
