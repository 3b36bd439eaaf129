package io.github.corsstarter.diff;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that browsers may do under one version of policies and not under the other,
 * in the words of the policy that grants it. Where an origin is new, it stands for all
 * that the policy allows the origin; a method, a header or credentials are named for an
 * origin that both versions allow. What a difference is not about is {@code null}.
 *
 * @param policy the policy that grants it
 * @param pattern its pattern, or the one that a part of its paths belongs to
 * @param origin the origin as the policy lists it
 * @param method the method, or {@code *}
 * @param header the request header, or {@code *}
 * @param exposedHeader the response header that pages may read, or {@code *}
 * @param credentials whether it is granted with credentials, too
 * @param change what differs
 * @param policyLost {@code true} where no policy guards the paths any more
 * @param oldSource where the old version has the value, or {@code null} where that is not
 * known or no policy governs
 * @param newSource the same for the new version
 * @param example a request that shows it
 */
public record CorsDifference(String policy, String pattern, String origin, @Nullable String method,
		@Nullable String header, @Nullable String exposedHeader, boolean credentials, Change change,
		@Nullable Boolean policyLost, @Nullable String oldSource, @Nullable String newSource, Example example) {

	/**
	 * Returns the difference in words.
	 * @return a clause such as {@code PUT from https://shop.example.com}
	 */
	@Override
	public String toString() {
		return switch (this.change) {
			case ORIGIN -> this.origin;
			case METHOD -> "method " + this.method + " from " + this.origin;
			case HEADER -> "header " + this.header + " from " + this.origin;
			case EXPOSED_HEADER -> "exposed header " + this.exposedHeader + " for " + this.origin;
			case CREDENTIALS -> "credentials for " + this.origin;
		};
	}

	/**
	 * What differs.
	 */
	public enum Change {

		/** The origin: it may do nothing under the other version. */
		ORIGIN,

		/** A method. */
		METHOD,

		/** A request header. */
		HEADER,

		/** A response header that pages may read. */
		EXPOSED_HEADER,

		/** Credentials. */
		CREDENTIALS

	}

	/**
	 * A request of a page.
	 *
	 * @param path the path
	 * @param origin the page's origin
	 * @param method the method
	 * @param headers the names of headers that the page sets
	 * @param credentials whether the page asks for credentials
	 */
	public record Example(String path, String origin, String method, List<String> headers, boolean credentials) {

		/**
		 * Creates an example.
		 */
		public Example {
			headers = List.copyOf(headers);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path + " from " + this.origin
					+ (this.headers.isEmpty() ? "" : " with " + String.join(", ", this.headers))
					+ (this.credentials ? ", with credentials" : "");
		}

	}

}
