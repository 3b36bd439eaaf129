package io.github.corsstarter;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.text.Printable;

/**
 * Where the CORS headers of a response differ from those of a policy.
 *
 * @param policy the policy
 * @param pattern the path pattern that led to the policy
 * @param preflight whether the response is that to a CORS-preflight request
 * @param headers the headers that differ
 */
public record ResponseDifference(CorsPolicy policy, String pattern, boolean preflight, List<HeaderDifference> headers) {

	/** A list of 4,096 characters does not help anybody who reads it. */
	private static final int MAX_VALUE = 500;

	/**
	 * Creates a difference.
	 */
	public ResponseDifference {
		headers = List.copyOf(headers);
	}

	/**
	 * Where one header differs. Its values are bounded and cleaned, as by
	 * {@link Printable}.
	 *
	 * @param header the header's name
	 * @param written what the response carries, or the empty text
	 * @param policyValue what the policy would have written, or the empty text
	 */
	public record HeaderDifference(String header, String written, String policyValue) {

		private static final Map<String, String> KEYS = Map.of(HeaderNames.ALLOW_ORIGIN, "allowed-origins",
				HeaderNames.ALLOW_CREDENTIALS, "allow-credentials", HeaderNames.ALLOW_METHODS, "allowed-methods",
				HeaderNames.ALLOW_HEADERS, "allowed-headers", HeaderNames.EXPOSE_HEADERS, "exposed-headers",
				HeaderNames.MAX_AGE, "max-age");

		static HeaderDifference of(String header, String written, String policyValue) {
			return new HeaderDifference(header, Printable.of(written, MAX_VALUE), Printable.of(policyValue, MAX_VALUE));
		}

		/**
		 * Returns the key of the policy that the header follows from.
		 * @return the key as configuration writes it, or the empty text for the policy
		 * itself
		 */
		public String key() {
			return KEYS.getOrDefault(this.header, PolicyKey.NONE.name());
		}

	}

}
