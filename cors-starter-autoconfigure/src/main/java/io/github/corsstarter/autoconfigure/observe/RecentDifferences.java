package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.ResponseDifference;
import io.github.corsstarter.ResponseDifference.HeaderDifference;

/**
 * Keeps in bounded memory where responses differed of late from what policies would have
 * written. Each kind, a policy and a header, has its share of the places.
 */
public final class RecentDifferences implements CorsObserver {

	private final RecentEntries<Difference> entries;

	/**
	 * Creates a place for differences.
	 * @param capacity how many distinct differences are kept; 0 for none
	 * @param clock tells when a response differed
	 */
	public RecentDifferences(int capacity, Clock clock) {
		this.entries = new RecentEntries<>(capacity, clock);
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
	}

	@Override
	public void differs(ResponseDifference difference) {
		for (HeaderDifference header : difference.headers()) {
			this.entries.record(difference.policy().name(), header.header(),
					difference.pattern() + "\n" + header.written() + "\n" + header.policyValue(),
					new Difference(difference.policy().name(), difference.pattern(), header));
		}
	}

	/**
	 * Forgets the differences from policies that are gone.
	 */
	@Override
	public void replaced(List<CorsPolicy> policies) {
		this.entries.replaced(policies);
	}

	/**
	 * Returns the differences that are kept.
	 * @return the differences, the last one first
	 */
	public List<Recent<Difference>> recent() {
		return this.entries.recent((difference, policy) -> difference);
	}

	/**
	 * A header that differed.
	 *
	 * @param policy the name of the policy that would have written another value
	 * @param pattern the path pattern that led to it
	 * @param header the header
	 */
	public record Difference(String policy, String pattern, HeaderDifference header) {
	}

}
