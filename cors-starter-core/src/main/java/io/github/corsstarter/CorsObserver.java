package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

/**
 * Is told what the engine decides about CORS requests on governed paths, by many threads
 * at once and while the request waits: it must be quick and must not throw. Nothing is
 * told of requests without an {@code Origin}.
 */
@FunctionalInterface
public interface CorsObserver {

	/**
	 * An observer that ignores everything. The engine makes nothing for it.
	 */
	CorsObserver NONE = (policy, decision) -> {
	};

	/**
	 * Is told of a decision.
	 * @param policy the policy that decided, or that would have decided so where its mode
	 * is report-only
	 * @param decision the decision
	 */
	void decided(CorsPolicy policy, CorsDecision decision);

	/**
	 * Is told of a refusal, behind the {@linkplain #decided decision}.
	 * @param refusal what was refused and why; its texts are bounded and cleaned
	 */
	default void refused(Refusal refusal) {
	}

	/**
	 * Is told that the CORS headers of a response differ from those of a policy: from
	 * what one of mode report-only would have written, or by response headers that one
	 * that governs keeps from pages.
	 * @param difference where the response differs; its texts are bounded and cleaned
	 */
	default void differs(ResponseDifference difference) {
	}

	/**
	 * Learns which policies decide from now on: when the engine is made, and each time
	 * they are replaced. What an observer needs for each policy is made here and not
	 * while a request waits. Decisions of the policies from before may still follow.
	 * @param policies the policies
	 */
	default void replaced(List<CorsPolicy> policies) {
	}

	/**
	 * Makes one observer of many.
	 * @param observers the observers; each is told everything, in this order
	 * @return {@link #NONE} where none of them listens
	 */
	static CorsObserver all(List<CorsObserver> observers) {
		List<CorsObserver> listening = new ArrayList<>();
		for (CorsObserver observer : observers) {
			if (observer != NONE) {
				listening.add(observer);
			}
		}
		return switch (listening.size()) {
			case 0 -> NONE;
			case 1 -> listening.get(0);
			default -> new AllCorsObservers(listening);
		};
	}

}
