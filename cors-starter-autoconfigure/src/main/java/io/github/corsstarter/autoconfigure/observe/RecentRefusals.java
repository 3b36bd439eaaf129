package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;

/**
 * Keeps recent refusals in bounded memory. Each kind, a policy and a reason, has its
 * share of the places, so that a flood of one kind evicts only itself. Keys are texts:
 * where somebody sends origins whose hash codes are equal, a map turns them into a tree.
 */
public final class RecentRefusals implements CorsObserver {

	private final int capacity;

	private final Clock clock;

	private final Lock lock = new ReentrantLock();

	/** Refusals by kind, in each of them the one that was seen longest ago first. */
	private final Map<String, Map<String, Entry>> kinds = new HashMap<>();

	private Map<String, CorsPolicy> policies = Map.of();

	private int size;

	private long dropped;

	/**
	 * Creates a place for refusals.
	 * @param capacity how many distinct refusals are kept; 0 for none
	 * @param clock tells when a request was refused
	 */
	public RecentRefusals(int capacity, Clock clock) {
		this.capacity = capacity;
		this.clock = clock;
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
	}

	@Override
	public void refused(Refusal refusal) {
		if (this.capacity == 0) {
			return;
		}
		Instant now = this.clock.instant();
		this.lock.lock();
		try {
			// A request may still be under way whose policy is gone.
			if (this.policies.containsKey(refusal.policy().name())) {
				record(refusal, now);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Forgets the refusals of policies that are gone.
	 */
	@Override
	public void replaced(List<CorsPolicy> policies) {
		Map<String, CorsPolicy> byName = new HashMap<>();
		policies.forEach((policy) -> byName.put(policy.name(), policy));
		this.lock.lock();
		try {
			this.policies = byName;
			this.kinds.values()
				.forEach((kind) -> kind.values().removeIf((entry) -> !byName.containsKey(entry.policy())));
			this.kinds.values().removeIf(Map::isEmpty);
			this.size = this.kinds.values().stream().mapToInt(Map::size).sum();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns the refusals that are kept.
	 * @return the refusals, the last one first; each as one of the policy that has the
	 * name now
	 */
	public List<RecentRefusal> recent() {
		List<RecentRefusal> recent = new ArrayList<>();
		this.lock.lock();
		try {
			this.kinds.values()
				.forEach((kind) -> kind.values().forEach((entry) -> recent.add(entry.in(this.policies))));
		}
		finally {
			this.lock.unlock();
		}
		recent.sort(Comparator.comparing(RecentRefusal::lastSeen).reversed());
		return recent;
	}

	/**
	 * Returns how many distinct refusals were given up for later ones.
	 * @return the number since the start
	 */
	public long dropped() {
		this.lock.lock();
		try {
			return this.dropped;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void record(Refusal refusal, Instant now) {
		String kindKey = refusal.policy().name() + "\n" + refusal.reason();
		String key = refusal.pattern() + "\n" + refusal.circumstance() + "\n" + refusal.detail() + "\n"
				+ refusal.origin();
		// In the order of access: whoever is seen again moves to the end.
		Map<String, Entry> kind = this.kinds.computeIfAbsent(kindKey, (name) -> new LinkedHashMap<>(16, 0.75f, true));
		Entry entry = kind.get(key);
		if (entry == null) {
			makeRoom(kind);
			entry = new Entry(refusal, now);
			kind.put(key, entry);
		}
		entry.count++;
		entry.lastSeen = now;
	}

	/**
	 * Makes room for one more. A kind that has its share gives up its own oldest; one
	 * that has less takes the oldest of the kind with the most.
	 */
	private void makeRoom(Map<String, Entry> kind) {
		if (this.size < this.capacity) {
			this.size++;
			return;
		}
		this.dropped++;
		boolean hasShare = !kind.isEmpty() && kind.size() >= this.capacity / this.kinds.size();
		Map<String, Entry> giver = hasShare ? kind
				: Collections.max(this.kinds.values(), Comparator.comparingInt(Map::size));
		Iterator<Entry> oldest = giver.values().iterator();
		oldest.next();
		oldest.remove();
		if (giver != kind && giver.isEmpty()) {
			this.kinds.values().removeIf((other) -> other == giver);
		}
	}

	/**
	 * Refusals that are the same but for their time.
	 */
	private static final class Entry {

		private final Refusal refusal;

		private final Instant firstSeen;

		private Instant lastSeen;

		private long count;

		Entry(Refusal refusal, Instant now) {
			this.refusal = refusal;
			this.firstSeen = now;
			this.lastSeen = now;
		}

		String policy() {
			return this.refusal.policy().name();
		}

		RecentRefusal in(Map<String, CorsPolicy> policies) {
			CorsPolicy policy = policies.getOrDefault(policy(), this.refusal.policy());
			return new RecentRefusal(this.refusal.by(policy), this.count, this.firstSeen, this.lastSeen);
		}

	}

}
