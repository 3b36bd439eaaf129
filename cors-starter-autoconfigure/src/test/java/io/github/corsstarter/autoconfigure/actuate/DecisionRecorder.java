package io.github.corsstarter.autoconfigure.actuate;

import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequestAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last decision of a policy that governs.
 */
final class DecisionRecorder implements CorsObserver {

	private final AtomicReference<@Nullable CorsDecision> last = new AtomicReference<>();

	@Nullable CorsDecision take() {
		return this.last.getAndSet(null);
	}

	@Override
	public PolicyObserver observe(CorsPolicy policy) {
		return new PolicyObserver() {

			@Override
			public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
				if (policy.mode().governs()) {
					DecisionRecorder.this.last.set(decision);
				}
			}

		};
	}

}
