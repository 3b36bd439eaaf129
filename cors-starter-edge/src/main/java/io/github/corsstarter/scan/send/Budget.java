package io.github.corsstarter.scan.send;

import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.scan.plan.Probe;

/**
 * How many requests may be sent, and what was spent of it.
 */
final class Budget {

	private final int most;

	private final Pace pace;

	private final Map<String, Integer> spent = new TreeMap<>();

	private int count;

	Budget(int most, Pace pace) {
		this.most = most;
		this.pace = pace;
	}

	boolean isLeft() {
		return this.count < this.most;
	}

	/**
	 * Takes a request out of the budget, when its time has come.
	 */
	void spend(Probe probe) throws InterruptedException {
		this.pace.await();
		this.count++;
		this.spent.merge(probe.method(), 1, Integer::sum);
	}

	Map<String, Integer> spent() {
		return this.spent;
	}

}
