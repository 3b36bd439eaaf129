package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;

/**
 * Keeps recent refusals in bounded memory. Each kind, a policy and a reason, has its
 * share of the places, so that a flood of one kind evicts only itself.
 */
public final class RecentRefusals implements CorsObserver {

	private final RecentEntries<Refusal> entries;

	/**
	 * Creates a place for refusals.
	 * @param capacity how many distinct refusals are kept; 0 for none
	 * @param clock tells when a request was refused
	 */
	public RecentRefusals(int capacity, Clock clock) {
		this.entries = new RecentEntries<>(capacity, clock);
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
	}

	@Override
	public void refused(Refusal refusal) {
		this.entries.record(refusal.policy().name(), refusal.reason().name(),
				refusal.pattern() + "\n" + refusal.circumstance() + "\n" + refusal.detail() + "\n" + refusal.origin(),
				refusal);
	}

	/**
	 * Forgets the refusals of policies that are gone.
	 */
	@Override
	public void replaced(List<CorsPolicy> policies) {
		this.entries.replaced(policies);
	}

	/**
	 * Returns the refusals that are kept.
	 * @return the refusals, the last one first; each as one of the policy that has the
	 * name now
	 */
	public List<Recent<Refusal>> recent() {
		return this.entries.recent(Refusal::by);
	}

	/**
	 * Returns how many distinct refusals were given up for later ones.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.entries.dropped();
	}

}
