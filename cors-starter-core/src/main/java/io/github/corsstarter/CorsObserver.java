package io.github.corsstarter;

/**
 * Is told of decisions about CORS requests, for refusal records, logs and metrics. What a
 * policy needs is looked up when the policy takes effect, never while a request waits.
 */
@FunctionalInterface
public interface CorsObserver {

	/**
	 * Makes ready for the decisions of a policy that is about to take effect.
	 * @param policy the policy
	 * @return what is told of its decisions
	 */
	PolicyObserver observe(CorsPolicy policy);

	/**
	 * Learns which policies are in force from now on.
	 * @param policies the policies, each of which {@link #observe} was called for
	 */
	default void retain(Iterable<CorsPolicy> policies) {
	}

	/**
	 * Is told of the decisions of one policy, by many threads at once.
	 */
	@FunctionalInterface
	interface PolicyObserver {

		/**
		 * Is told of a decision. Must be quick and must not throw.
		 * @param pattern the path pattern that led to the policy
		 * @param decision the decision about a request with an {@code Origin}
		 * @param request the request
		 * @param accessor reads the request
		 * @param <R> the framework's request
		 */
		<R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor);

	}

}
