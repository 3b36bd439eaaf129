package io.github.corsstarter.autoconfigure.observe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.policy.PolicyMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one policy, one for each way in which its requests can come out, made
 * before the first of them comes.
 */
final class PolicyCounters {

	/** The outcome of requests whose response a policy would have written otherwise. */
	private static final String DIFFERS = "differs";

	private static final Set<RefusalReason> PREFLIGHT_ONLY = EnumSet.of(RefusalReason.HEADER_NOT_ALLOWED,
			RefusalReason.HEADERS_MALFORMED);

	private final CorsPolicy policy;

	private final MeterRegistry registry;

	private final List<Counter> all = new ArrayList<>();

	private final Map<RefusalReason, Counter> refusedPreflights = new EnumMap<>(RefusalReason.class);

	private final Map<RefusalReason, Counter> refusedActuals = new EnumMap<>(RefusalReason.class);

	private final @Nullable Counter grantedPreflights;

	private final @Nullable Counter grantedActuals;

	private final Counter sameOrigin;

	private final @Nullable Counter differingPreflights;

	private final @Nullable Counter differingActuals;

	PolicyCounters(CorsPolicy policy, MeterRegistry registry) {
		this.policy = policy;
		this.registry = registry;
		boolean deny = policy.mode() == PolicyMode.DENY;
		this.grantedPreflights = deny ? null : counter("preflight", CorsOutcome.GRANTED.code(), "none");
		this.grantedActuals = deny ? null : counter("actual", CorsOutcome.GRANTED.code(), "none");
		this.sameOrigin = counter("actual", CorsOutcome.SAME_ORIGIN.code(), "none");
		boolean compares = policy.mode() == PolicyMode.REPORT_ONLY;
		this.differingPreflights = compares ? counter("preflight", DIFFERS, "none") : null;
		this.differingActuals = compares ? counter("actual", DIFFERS, "none") : null;
		for (RefusalReason reason : deny ? EnumSet.of(RefusalReason.DENIED, RefusalReason.PATH_AMBIGUOUS)
				: EnumSet.complementOf(EnumSet.of(RefusalReason.DENIED))) {
			this.refusedPreflights.put(reason, counter("preflight", CorsOutcome.REFUSED.code(), reason.code()));
			if (!PREFLIGHT_ONLY.contains(reason)) {
				this.refusedActuals.put(reason, counter("actual", CorsOutcome.REFUSED.code(), reason.code()));
			}
		}
	}

	private Counter counter(String type, String outcome, String reason) {
		Counter counter = Counter.builder(CorsMetrics.NAME)
			.description("CORS requests on paths that a policy governs")
			.tag("policy", this.policy.name())
			.tag("type", type)
			.tag("outcome", outcome)
			.tag("reason", reason)
			.tag("mode", this.policy.mode().code())
			.register(this.registry);
		this.all.add(counter);
		return counter;
	}

	List<Counter> all() {
		return this.all;
	}

	PolicyMode mode() {
		return this.policy.mode();
	}

	void count(CorsDecision decision) {
		Counter counter = find(decision.outcome(), decision.isPreflight(), decision.reason());
		if (counter != null) {
			counter.increment();
		}
	}

	/**
	 * Counts a response that differs, beside the decision.
	 */
	void countDifference(boolean preflight) {
		Counter counter = preflight ? this.differingPreflights : this.differingActuals;
		if (counter != null) {
			counter.increment();
		}
	}

	private @Nullable Counter find(CorsOutcome outcome, boolean preflight, @Nullable RefusalReason reason) {
		if (reason != null) {
			return (preflight ? this.refusedPreflights : this.refusedActuals).get(reason);
		}
		if (outcome == CorsOutcome.SAME_ORIGIN) {
			return this.sameOrigin;
		}
		return preflight ? this.grantedPreflights : this.grantedActuals;
	}

}
