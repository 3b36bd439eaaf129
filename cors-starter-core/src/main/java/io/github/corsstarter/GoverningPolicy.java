package io.github.corsstarter;

import java.util.Enumeration;
import java.util.List;

import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * The policy that governs a path, and the policy's pattern that matches the path: the
 * most specific one of all policies.
 *
 * @param policy the policy
 * @param pattern the pattern, as its author wrote it
 * @param ambiguous whether another reading of the path leads to another policy, or to
 * none
 */
public record GoverningPolicy(CorsPolicy policy, String pattern, boolean ambiguous) {

	static GoverningPolicy by(CorsPolicy policy, String pattern) {
		return new GoverningPolicy(policy, pattern, false);
	}

	/**
	 * Settles which policy governs a path that can be read in several ways. Where all
	 * readings lead to one policy, that policy governs. Otherwise the request is refused,
	 * so that no spelling reaches a handler under another policy than the handler's own.
	 */
	static @Nullable GoverningPolicy reconcile(List<@Nullable GoverningPolicy> found) {
		GoverningPolicy first = firstOf(found);
		for (GoverningPolicy other : found) {
			if (first != null && (other == null || other.policy != first.policy)) {
				return new GoverningPolicy(first.policy, first.pattern, true);
			}
		}
		return first;
	}

	/**
	 * Takes the first reading that leads to a policy.
	 */
	static @Nullable GoverningPolicy firstOf(List<@Nullable GoverningPolicy> found) {
		// By index, as an iterator would be made for each request.
		for (int i = 0; i < found.size(); i++) {
			GoverningPolicy governing = found.get(i);
			if (governing != null) {
				return governing;
			}
		}
		return null;
	}

	/**
	 * Decides about a request to the path. No observer is told.
	 * @param request the request
	 * @param reader reads the request
	 * @param <R> the framework's request
	 * @return what to do
	 */
	public <R> CorsDecision decide(R request, CorsRequestReader<R> reader) {
		return this.ambiguous ? decideAmbiguous(request, reader) : this.policy.decide(request, reader);
	}

	private <R> CorsDecision decideAmbiguous(R request, CorsRequestReader<R> reader) {
		Enumeration<String> origins = reader.headers(request, HeaderNames.ORIGIN);
		if (!origins.hasMoreElements()) {
			return PolicyDecisions.AMBIGUOUS_NO_ORIGIN;
		}
		String origin = origins.nextElement();
		String requestedMethod = CorsPolicy.requestedMethod(request, reader, reader.method(request));
		if (requestedMethod != null) {
			return this.policy.decisions().refusedPreflight(RefusalReason.PATH_AMBIGUOUS, requestedMethod);
		}
		return CorsPolicy.isSameOrigin(origin, origins.hasMoreElements(), request, reader)
				? PolicyDecisions.AMBIGUOUS_SAME_ORIGIN
				: this.policy.decisions().refusedActual(RefusalReason.PATH_AMBIGUOUS);
	}

}
