package io.github.corsstarter;

import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.CorsObserver.PolicyObserver;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: to the policy of its most specific pattern.
 */
final class CorsRoute {

	private static final CorsDecision AMBIGUOUS_WITHOUT_ORIGIN = plain(CorsOutcome.NO_ORIGIN);

	private static final CorsDecision AMBIGUOUS_SAME_ORIGIN = plain(CorsOutcome.SAME_ORIGIN);

	private final String pattern;

	private final CorsPolicy policy;

	private final PolicyObserver observer;

	private final boolean ambiguous;

	private CorsRoute(String pattern, CorsPolicy policy, PolicyObserver observer, boolean ambiguous) {
		this.pattern = pattern;
		this.policy = policy;
		this.observer = observer;
		this.ambiguous = ambiguous;
	}

	static CorsRoute to(CorsPolicy policy, String pattern, PolicyObserver observer) {
		return new CorsRoute(pattern, policy, observer, false);
	}

	/**
	 * Settles where a path leads whose two readings lead to different patterns: to the
	 * policy, if it is the same one, and otherwise to a refusal, so that no spelling
	 * reaches a handler under another policy than the handler's own.
	 */
	static CorsRoute reconcile(@Nullable CorsRoute mapped, @Nullable CorsRoute normalised) {
		if (mapped != null && normalised != null && mapped.policy == normalised.policy) {
			return mapped;
		}
		CorsRoute route = Objects.requireNonNull((mapped != null) ? mapped : normalised);
		return new CorsRoute(route.pattern, route.policy, route.observer, true);
	}

	private static CorsDecision plain(CorsOutcome outcome) {
		return new CorsDecision(outcome, false, null, 0, CorsDecision.AllowOrigin.NONE, List.of(), Answers.ORIGIN_VARY,
				"");
	}

	/**
	 * Whether the path has two readings, of which only one leads here.
	 */
	boolean isAmbiguous() {
		return this.ambiguous;
	}

	String pattern() {
		return this.pattern;
	}

	CorsPolicy policy() {
		return this.policy;
	}

	<R> CorsDecision decide(R request, CorsRequestAccessor<R> accessor) {
		return this.ambiguous ? decideAmbiguous(request, accessor) : this.policy.evaluate(request, accessor);
	}

	private <R> CorsDecision decideAmbiguous(R request, CorsRequestAccessor<R> accessor) {
		Enumeration<String> origins = accessor.headers(request, HeaderNames.ORIGIN);
		if (!origins.hasMoreElements()) {
			return AMBIGUOUS_WITHOUT_ORIGIN;
		}
		String origin = origins.nextElement();
		String requestedMethod = CorsPolicy.requestedMethod(request, accessor, accessor.method(request));
		if (requestedMethod != null) {
			return this.policy.answers().refusedPreflight(RefusalReason.PATH_AMBIGUOUS, requestedMethod);
		}
		return CorsPolicy.isSameOrigin(origin, origins.hasMoreElements(), request, accessor) ? AMBIGUOUS_SAME_ORIGIN
				: this.policy.answers().refusedActual(RefusalReason.PATH_AMBIGUOUS);
	}

	<R> void tell(CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
		if (decision.outcome() != CorsOutcome.NO_ORIGIN) {
			this.observer.decided(this.pattern, decision, request, accessor);
		}
	}

}
