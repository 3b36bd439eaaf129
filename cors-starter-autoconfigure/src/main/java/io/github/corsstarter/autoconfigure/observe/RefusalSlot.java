package io.github.corsstarter.autoconfigure.observe;

import java.time.Instant;

import io.github.corsstarter.Cleaned;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.Refusal.Circumstance;
import org.jspecify.annotations.Nullable;

/**
 * A place for one distinct refusal, overwritten in place. It is its own element of the
 * lists that it is in, so that they take no memory. Guarded by the {@link RefusalTable}
 * that it belongs to.
 */
final class RefusalSlot {

	RefusalKind kind;

	String pattern = "";

	// As they came: cleaned when they are shown, which is rarer than that they come.
	String detail = "";

	String origin = "";

	Circumstance circumstance = Circumstance.NONE;

	int hash;

	long count;

	long firstSeen;

	long lastSeen;

	@Nullable RefusalSlot older;

	@Nullable RefusalSlot newer;

	@Nullable RefusalSlot nextInBucket;

	RefusalSlot(RefusalKind kind) {
		this.kind = kind;
	}

	boolean holds(RefusalKind kind, String pattern, String detail, String origin, Circumstance circumstance) {
		return this.kind == kind && this.circumstance == circumstance && this.pattern.equals(pattern)
				&& this.origin.equals(origin) && this.detail.equals(detail);
	}

	RecentRefusal toRecentRefusal() {
		Refusal refusal = new Refusal(this.kind.policy, this.pattern, this.kind.reason, Cleaned.of(this.detail),
				Cleaned.of(this.origin), this.circumstance);
		return new RecentRefusal(refusal, this.count, Instant.ofEpochMilli(this.firstSeen),
				Instant.ofEpochMilli(this.lastSeen));
	}

}
