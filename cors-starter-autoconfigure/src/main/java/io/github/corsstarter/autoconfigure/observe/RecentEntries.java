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
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

import io.github.corsstarter.CorsPolicy;

/**
 * Keeps what was seen of late in bounded memory. Each kind has its share of the places,
 * so that a flood of one kind evicts only itself. Keys are texts: where somebody sends
 * values whose hash codes are equal, a map turns them into a tree.
 *
 * @param <T> what is kept
 */
final class RecentEntries<T> {

	private final int capacity;

	private final Clock clock;

	private final Lock lock = new ReentrantLock();

	/** Entries by kind; of both, the one that was seen longest ago is the first. */
	private final Map<String, Map<String, Entry<T>>> kinds = inOrderOfAccess();

	private Map<String, CorsPolicy> policies = Map.of();

	private int size;

	private long dropped;

	/**
	 * Creates a place for entries.
	 * @param capacity how many distinct ones are kept; 0 for none
	 * @param clock tells when something was seen
	 */
	RecentEntries(int capacity, Clock clock) {
		this.capacity = capacity;
		this.clock = clock;
	}

	/**
	 * Records that something was seen.
	 * @param policy the name of the policy that it belongs to
	 * @param kind what it shares its places with
	 * @param key what tells it from others of its kind
	 * @param value what to keep
	 */
	void record(String policy, String kind, String key, T value) {
		if (this.capacity == 0) {
			return;
		}
		Instant now = this.clock.instant();
		this.lock.lock();
		try {
			// A request may still be under way whose policy is gone.
			if (this.policies.containsKey(policy)) {
				find(policy, policy + "\n" + kind, key, value, now).seen(now);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private Entry<T> find(String policy, String kindKey, String key, T value, Instant now) {
		Map<String, Entry<T>> kind = this.kinds.computeIfAbsent(kindKey, (name) -> inOrderOfAccess());
		Entry<T> entry = kind.get(key);
		if (entry == null) {
			makeRoom(kind);
			entry = new Entry<>(policy, value, now);
			kind.put(key, entry);
		}
		return entry;
	}

	/**
	 * Makes a map in which whatever is seen again moves to the end.
	 */
	private static <V> Map<String, V> inOrderOfAccess() {
		return new LinkedHashMap<>(16, 0.75f, true);
	}

	/**
	 * Forgets the entries of policies that are gone.
	 */
	void replaced(List<CorsPolicy> policies) {
		Map<String, CorsPolicy> byName = new HashMap<>();
		for (CorsPolicy policy : policies) {
			byName.put(policy.name(), policy);
		}
		this.lock.lock();
		try {
			this.policies = byName;
			int left = 0;
			for (Map<String, Entry<T>> kind : this.kinds.values()) {
				kind.values().removeIf((entry) -> !byName.containsKey(entry.policy));
				left += kind.size();
			}
			this.kinds.values().removeIf(Map::isEmpty);
			this.size = left;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns what is kept, the last one first.
	 * @param now turns what was seen into something of the policy that has the name now
	 */
	List<Recent<T>> recent(BiFunction<T, CorsPolicy, T> now) {
		List<Recent<T>> recent = new ArrayList<>();
		this.lock.lock();
		try {
			this.kinds.values()
				.forEach((kind) -> kind.values()
					.forEach((entry) -> recent.add(entry
						.as(now.apply(entry.value, Objects.requireNonNull(this.policies.get(entry.policy)))))));
		}
		finally {
			this.lock.unlock();
		}
		recent.sort(Comparator.comparing((Recent<T> entry) -> entry.lastSeen()).reversed());
		return recent;
	}

	/**
	 * Returns how many distinct entries were given up for later ones.
	 */
	long dropped() {
		this.lock.lock();
		try {
			return this.dropped;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Makes room for one more. A kind that has its share gives up its own oldest; one
	 * that has less takes the oldest of the kind with the most. Where all others have
	 * one, the oldest of these goes, without a look at the rest: under a flood there may
	 * be thousands.
	 */
	private void makeRoom(Map<String, Entry<T>> kind) {
		if (this.size < this.capacity) {
			this.size++;
			return;
		}
		this.dropped++;
		if (kind.isEmpty() && this.size < this.kinds.size()) {
			removeFirst(this.kinds);
			return;
		}
		boolean hasShare = !kind.isEmpty() && kind.size() >= this.capacity / this.kinds.size();
		removeFirst(hasShare ? kind : Collections.max(this.kinds.values(), Comparator.comparingInt(Map::size)));
	}

	private static void removeFirst(Map<String, ?> map) {
		Iterator<?> first = map.values().iterator();
		first.next();
		first.remove();
	}

	private static final class Entry<T> {

		private final String policy;

		private final T value;

		private final Instant firstSeen;

		private Instant lastSeen;

		private long count;

		Entry(String policy, T value, Instant now) {
			this.policy = policy;
			this.value = value;
			this.firstSeen = now;
			this.lastSeen = now;
		}

		void seen(Instant now) {
			this.count++;
			this.lastSeen = now;
		}

		Recent<T> as(T value) {
			return new Recent<>(value, this.count, this.firstSeen, this.lastSeen);
		}

	}

}
