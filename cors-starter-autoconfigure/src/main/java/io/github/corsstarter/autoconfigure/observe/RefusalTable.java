package io.github.corsstarter.autoconfigure.observe;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal.Circumstance;
import org.jspecify.annotations.Nullable;

/**
 * Distinct refusals in a fixed number of slots. Whoever refuses requests is under attack
 * at times, so a refusal allocates nothing once all slots are in use: hence the hand-made
 * hash table in place of a map, which makes an object for each entry. Where a slot is
 * needed, a kind that has its share of them gives up its own oldest; one that has less
 * takes the oldest of the kind with the most.
 */
final class RefusalTable {

	private final int capacity;

	private final @Nullable RefusalSlot[] buckets;

	/** The kinds that have slots. */
	private final List<RefusalKind> kinds = new ArrayList<>();

	private int size;

	private long dropped;

	RefusalTable(int capacity) {
		this.capacity = capacity;
		this.buckets = new RefusalSlot[Integer.highestOneBit(capacity) * 2];
	}

	/**
	 * Hands the kinds on to a policy that takes the place of theirs.
	 */
	synchronized void renew(Iterable<RefusalKind> kinds, CorsPolicy policy) {
		kinds.forEach((kind) -> kind.policy = policy);
	}

	synchronized void record(RefusalKind kind, String pattern, String detail, String origin, Circumstance circumstance,
			long now) {
		if (kind.retired) {
			return;
		}
		int hash = hash(kind, pattern, detail, origin);
		RefusalSlot slot = find(hash, kind, pattern, detail, origin, circumstance);
		if (slot == null) {
			slot = freeSlot(kind);
			slot.pattern = pattern;
			slot.detail = detail;
			slot.origin = origin;
			slot.circumstance = circumstance;
			slot.hash = hash;
			slot.count = 0;
			slot.firstSeen = now;
			link(slot, kind);
		}
		slot.count++;
		slot.lastSeen = now;
		kind.touch(slot);
	}

	synchronized List<RecentRefusal> list() {
		List<RecentRefusal> list = new ArrayList<>(this.size);
		for (RefusalKind kind : this.kinds) {
			for (RefusalSlot slot = kind.oldest(); slot != null; slot = slot.newer) {
				list.add(slot.toRecentRefusal());
			}
		}
		return list;
	}

	/**
	 * Returns how many distinct refusals were given up for others.
	 */
	synchronized long dropped() {
		return this.dropped;
	}

	synchronized void retire(RefusalKind kind) {
		kind.retired = true;
		for (RefusalSlot slot = kind.oldest(); slot != null; slot = kind.oldest()) {
			unlink(slot);
			this.size--;
		}
	}

	private @Nullable RefusalSlot find(int hash, RefusalKind kind, String pattern, String detail, String origin,
			Circumstance circumstance) {
		RefusalSlot slot = this.buckets[bucket(hash)];
		while (slot != null && !(slot.hash == hash && slot.holds(kind, pattern, detail, origin, circumstance))) {
			slot = slot.nextInBucket;
		}
		return slot;
	}

	private RefusalSlot freeSlot(RefusalKind kind) {
		if (this.size < this.capacity) {
			this.size++;
			return new RefusalSlot(kind);
		}
		this.dropped++;
		RefusalSlot slot = richest(kind).oldest();
		if (slot == null) {
			throw new IllegalStateException("A full table has a kind with slots");
		}
		unlink(slot);
		return slot;
	}

	private RefusalKind richest(RefusalKind kind) {
		int sharers = this.kinds.size() + ((kind.size == 0) ? 1 : 0);
		RefusalKind richest = kind;
		if (kind.size == 0 || kind.size < this.capacity / sharers) {
			for (RefusalKind other : this.kinds) {
				richest = (other.size > richest.size) ? other : richest;
			}
		}
		return richest;
	}

	private void link(RefusalSlot slot, RefusalKind kind) {
		int bucket = bucket(slot.hash);
		slot.nextInBucket = this.buckets[bucket];
		this.buckets[bucket] = slot;
		slot.kind = kind;
		if (kind.size == 0) {
			this.kinds.add(kind);
		}
		kind.add(slot);
	}

	private void unlink(RefusalSlot slot) {
		int bucket = bucket(slot.hash);
		RefusalSlot previous = this.buckets[bucket];
		if (previous == slot) {
			this.buckets[bucket] = slot.nextInBucket;
		}
		else {
			while (previous != null && previous.nextInBucket != slot) {
				previous = previous.nextInBucket;
			}
			if (previous != null) {
				previous.nextInBucket = slot.nextInBucket;
			}
		}
		slot.kind.remove(slot);
		if (slot.kind.size == 0) {
			this.kinds.remove(slot.kind);
		}
	}

	private int bucket(int hash) {
		return (hash ^ (hash >>> 16)) & (this.buckets.length - 1);
	}

	private static int hash(RefusalKind kind, String pattern, String detail, String origin) {
		int hash = System.identityHashCode(kind);
		hash = 31 * hash + pattern.hashCode();
		hash = 31 * hash + detail.hashCode();
		return 31 * hash + origin.hashCode();
	}

}
