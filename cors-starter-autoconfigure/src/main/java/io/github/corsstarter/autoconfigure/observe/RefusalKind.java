package io.github.corsstarter.autoconfigure.observe;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of one policy for one reason, and their slots, the one seen longest ago
 * first. Guarded by the {@link RefusalTable} that it belongs to.
 */
final class RefusalKind {

	final RefusalReason reason;

	/** The policy; after a reload its successor of the same name. */
	CorsPolicy policy;

	/** Whether the policy is no longer in force. */
	boolean retired;

	int size;

	private @Nullable RefusalSlot oldest;

	private @Nullable RefusalSlot newest;

	RefusalKind(CorsPolicy policy, RefusalReason reason) {
		this.policy = policy;
		this.reason = reason;
	}

	@Nullable RefusalSlot oldest() {
		return this.oldest;
	}

	void add(RefusalSlot slot) {
		slot.older = this.newest;
		slot.newer = null;
		if (this.newest != null) {
			this.newest.newer = slot;
		}
		else {
			this.oldest = slot;
		}
		this.newest = slot;
		this.size++;
	}

	void remove(RefusalSlot slot) {
		if (slot.older != null) {
			slot.older.newer = slot.newer;
		}
		else {
			this.oldest = slot.newer;
		}
		if (slot.newer != null) {
			slot.newer.older = slot.older;
		}
		else {
			this.newest = slot.older;
		}
		this.size--;
	}

	void touch(RefusalSlot slot) {
		if (slot != this.newest) {
			remove(slot);
			add(slot);
		}
	}

}
