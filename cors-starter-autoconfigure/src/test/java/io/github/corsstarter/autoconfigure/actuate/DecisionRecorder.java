package io.github.corsstarter.autoconfigure.actuate;

import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
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
	public void decided(CorsPolicy policy, CorsDecision decision) {
		if (policy.mode().governs()) {
			this.last.set(decision);
		}
	}

}
