package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequestAccessor;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.fetch.HeaderNames;

/**
 * Keeps recent refusals, those that policies only report among them, in bounded memory.
 */
public final class RefusalLog implements CorsObserver {

	private final int capacity;

	private final Clock clock;

	private final RefusalTable table;

	private final PerReason<RefusalKind> kinds = new PerReason<>(RefusalKind::new);

	/**
	 * Creates a log.
	 * @param capacity how many distinct refusals are kept; 0 for none
	 * @param clock tells when a request was refused
	 */
	public RefusalLog(int capacity, Clock clock) {
		this.capacity = capacity;
		this.clock = clock;
		this.table = new RefusalTable(capacity);
	}

	@Override
	public PolicyObserver observe(CorsPolicy policy) {
		if (this.capacity == 0) {
			return Unobserved.INSTANCE;
		}
		Map<RefusalReason, RefusalKind> kinds = this.kinds.of(policy);
		this.table.renew(kinds.values(), policy);
		return new Recorder(policy, kinds);
	}

	@Override
	public void retain(Iterable<CorsPolicy> policies) {
		this.kinds.retain(policies, this.table::retire);
	}

	/**
	 * Returns the refusals that are kept.
	 * @return the refusals, the last one first; their texts are cleaned and cut as by
	 * {@link io.github.corsstarter.Cleaned}
	 */
	public List<RecentRefusal> recent() {
		return this.table.list().stream().sorted(Comparator.comparing(RecentRefusal::lastSeen).reversed()).toList();
	}

	/**
	 * Returns how many distinct refusals were given up for later ones.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.table.dropped();
	}

	private final class Recorder implements PolicyObserver {

		private final CorsPolicy policy;

		private final Map<RefusalReason, RefusalKind> kinds;

		Recorder(CorsPolicy policy, Map<RefusalReason, RefusalKind> kinds) {
			this.policy = policy;
			this.kinds = kinds;
		}

		@Override
		public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
			RefusalReason reason = decision.reason();
			RefusalKind kind = (reason != null) ? this.kinds.get(reason) : null;
			String origin = accessor.header(request, HeaderNames.ORIGIN);
			if (reason == null || kind == null || origin == null) {
				return;
			}
			String detail = this.policy.offender(reason, request, accessor);
			RefusalLog.this.table.record(kind, pattern, RequestText.bounded(detail), RequestText.bounded(origin),
					Refusal.circumstance(decision, request, accessor), RefusalLog.this.clock.millis());
		}

	}

}
