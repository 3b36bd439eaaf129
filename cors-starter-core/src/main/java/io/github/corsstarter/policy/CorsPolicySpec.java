package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its author wrote it. Nothing is checked here: {@link CorsPolicySet#compile}
 * finds all problems at once. What is {@code null} was not written and is taken from the
 * defaults; an empty list was written.
 *
 * @param name the policy's identity in logs, metrics and endpoint
 * @param paths path patterns, relative to the application
 * @param allowedOrigins origins, {@code *}, or {@code null} for the opaque one
 * @param allowedMethods methods, or {@code *}; GET, HEAD and POST where not written
 * @param allowedHeaders request header names, or {@code *}; none where not written
 * @param exposedHeaders response header names, or {@code *}; none where not written
 * @param allowCredentials whether cookies and other credentials may be used;
 * {@code false} where not written
 * @param maxAge for how long browsers may cache the response to a preflight request, from
 * 0 to 24 hours; 30 minutes where not written
 * @param onRefusal what becomes of refused actual requests; they are blocked where not
 * written
 * @param mode what the policy does; it is enforced where not written
 * @param allowInsecureOrigins whether {@code http://} origins may use credentials
 * @param allowPublicSuffixSubdomains whether all subdomains of a public suffix may use
 * credentials
 */
public record CorsPolicySpec(String name, @Nullable List<String> paths, @Nullable List<String> allowedOrigins,
		@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
		@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials, @Nullable Duration maxAge,
		@Nullable OnRefusal onRefusal, @Nullable PolicyMode mode, @Nullable Boolean allowInsecureOrigins,
		@Nullable Boolean allowPublicSuffixSubdomains) {

	/**
	 * Creates a spec.
	 */
	public CorsPolicySpec {
		paths = copy(paths);
		allowedOrigins = copy(allowedOrigins);
		allowedMethods = copy(allowedMethods);
		allowedHeaders = copy(allowedHeaders);
		exposedHeaders = copy(exposedHeaders);
	}

	/**
	 * Starts a spec in which nothing is written but the name.
	 * @param name the policy's name
	 * @return a builder
	 */
	public static Builder named(String name) {
		return new Builder(name);
	}

	/**
	 * Fills what is not written from another spec, such as the defaults.
	 * @param other the other spec, whose name means nothing
	 * @return a spec of this name with what either of them writes; where both do, what
	 * this one writes counts
	 */
	public CorsPolicySpec or(CorsPolicySpec other) {
		return new CorsPolicySpec(this.name, or(this.paths, other.paths), or(this.allowedOrigins, other.allowedOrigins),
				or(this.allowedMethods, other.allowedMethods), or(this.allowedHeaders, other.allowedHeaders),
				or(this.exposedHeaders, other.exposedHeaders), or(this.allowCredentials, other.allowCredentials),
				or(this.maxAge, other.maxAge), or(this.onRefusal, other.onRefusal), or(this.mode, other.mode),
				or(this.allowInsecureOrigins, other.allowInsecureOrigins),
				or(this.allowPublicSuffixSubdomains, other.allowPublicSuffixSubdomains));
	}

	private static <T> @Nullable T or(@Nullable T value, @Nullable T other) {
		return (value != null) ? value : other;
	}

	private static @Nullable List<String> copy(@Nullable List<String> list) {
		return (list != null) ? List.copyOf(list) : null;
	}

	/**
	 * Writes a spec key by key. What is {@code null} is not written.
	 */
	public static final class Builder {

		private final String name;

		private @Nullable List<String> paths;

		private @Nullable List<String> allowedOrigins;

		private @Nullable List<String> allowedMethods;

		private @Nullable List<String> allowedHeaders;

		private @Nullable List<String> exposedHeaders;

		private @Nullable Boolean allowCredentials;

		private @Nullable Duration maxAge;

		private @Nullable OnRefusal onRefusal;

		private @Nullable PolicyMode mode;

		private @Nullable Boolean allowInsecureOrigins;

		private @Nullable Boolean allowPublicSuffixSubdomains;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Writes the paths.
		 * @param paths path patterns
		 * @return this builder
		 */
		public Builder paths(String... paths) {
			this.paths = List.of(paths);
			return this;
		}

		/**
		 * Writes the paths.
		 * @param paths the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder paths(@Nullable Collection<String> paths) {
			this.paths = (paths != null) ? List.copyOf(paths) : null;
			return this;
		}

		/**
		 * Writes the origins.
		 * @param origins origins, wildcards, {@code *} or {@code null} as a text
		 * @return this builder
		 */
		public Builder allowedOrigins(String... origins) {
			this.allowedOrigins = List.of(origins);
			return this;
		}

		/**
		 * Writes the origins.
		 * @param origins the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedOrigins(@Nullable Collection<String> origins) {
			this.allowedOrigins = (origins != null) ? List.copyOf(origins) : null;
			return this;
		}

		/**
		 * Writes the methods.
		 * @param methods methods or {@code *}
		 * @return this builder
		 */
		public Builder allowedMethods(String... methods) {
			this.allowedMethods = List.of(methods);
			return this;
		}

		/**
		 * Writes the methods.
		 * @param methods the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedMethods(@Nullable Collection<String> methods) {
			this.allowedMethods = (methods != null) ? List.copyOf(methods) : null;
			return this;
		}

		/**
		 * Writes the request headers.
		 * @param names header names or {@code *}
		 * @return this builder
		 */
		public Builder allowedHeaders(String... names) {
			this.allowedHeaders = List.of(names);
			return this;
		}

		/**
		 * Writes the request headers.
		 * @param names the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedHeaders(@Nullable Collection<String> names) {
			this.allowedHeaders = (names != null) ? List.copyOf(names) : null;
			return this;
		}

		/**
		 * Writes the exposed response headers.
		 * @param names header names or {@code *}
		 * @return this builder
		 */
		public Builder exposedHeaders(String... names) {
			this.exposedHeaders = List.of(names);
			return this;
		}

		/**
		 * Writes the exposed response headers.
		 * @param names the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder exposedHeaders(@Nullable Collection<String> names) {
			this.exposedHeaders = (names != null) ? List.copyOf(names) : null;
			return this;
		}

		/**
		 * Writes whether credentials may be used.
		 * @param allow whether they may
		 * @return this builder
		 */
		public Builder allowCredentials(@Nullable Boolean allow) {
			this.allowCredentials = allow;
			return this;
		}

		/**
		 * Writes for how long browsers may cache the response to a preflight request.
		 * @param maxAge from 0 to 24 hours, cut to whole seconds
		 * @return this builder
		 */
		public Builder maxAge(@Nullable Duration maxAge) {
			this.maxAge = maxAge;
			return this;
		}

		/**
		 * Writes what becomes of refused actual requests.
		 * @param onRefusal whether they are blocked or go on
		 * @return this builder
		 */
		public Builder onRefusal(@Nullable OnRefusal onRefusal) {
			this.onRefusal = onRefusal;
			return this;
		}

		/**
		 * Writes the mode.
		 * @param mode what the policy does
		 * @return this builder
		 */
		public Builder mode(@Nullable PolicyMode mode) {
			this.mode = mode;
			return this;
		}

		/**
		 * Opts in to {@code http://} origins with credentials.
		 * @param allow whether they are allowed
		 * @return this builder
		 */
		public Builder allowInsecureOrigins(@Nullable Boolean allow) {
			this.allowInsecureOrigins = allow;
			return this;
		}

		/**
		 * Opts in to all subdomains of a public suffix with credentials.
		 * @param allow whether they are allowed
		 * @return this builder
		 */
		public Builder allowPublicSuffixSubdomains(@Nullable Boolean allow) {
			this.allowPublicSuffixSubdomains = allow;
			return this;
		}

		/**
		 * Makes the spec.
		 * @return the spec, unchecked
		 */
		public CorsPolicySpec build() {
			return new CorsPolicySpec(this.name, this.paths, this.allowedOrigins, this.allowedMethods,
					this.allowedHeaders, this.exposedHeaders, this.allowCredentials, this.maxAge, this.onRefusal,
					this.mode, this.allowInsecureOrigins, this.allowPublicSuffixSubdomains);
		}

	}

}
