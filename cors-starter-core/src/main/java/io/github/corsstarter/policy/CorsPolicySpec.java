package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its author wrote it. Nothing is checked here: {@link CorsPolicySet#compile}
 * finds all problems at once. What is {@code null} was not written and is taken from the
 * defaults; an empty list was written.
 */
public final class CorsPolicySpec {

	private final String name;

	// What is written, by the key as configuration has it.
	private final Map<String, Object> values;

	private CorsPolicySpec(String name, Map<String, Object> values) {
		this.name = name;
		this.values = values;
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
		Map<String, Object> values = new LinkedHashMap<>(other.values);
		values.putAll(this.values);
		return new CorsPolicySpec(this.name, values);
	}

	/**
	 * {@return the policy's identity in logs, metrics and endpoint}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * {@return path patterns, relative to the application}
	 */
	public @Nullable List<String> paths() {
		return list("paths");
	}

	/**
	 * {@return origins, {@code *}, or {@code null} as a text for the opaque one}
	 */
	public @Nullable List<String> allowedOrigins() {
		return list("allowed-origins");
	}

	/**
	 * {@return methods, or {@code *}; GET, HEAD and POST where not written}
	 */
	public @Nullable List<String> allowedMethods() {
		return list("allowed-methods");
	}

	/**
	 * {@return request header names, or {@code *}; none where not written}
	 */
	public @Nullable List<String> allowedHeaders() {
		return list("allowed-headers");
	}

	/**
	 * {@return response header names, or {@code *}; none where not written}
	 */
	public @Nullable List<String> exposedHeaders() {
		return list("exposed-headers");
	}

	/**
	 * {@return whether cookies and other credentials may be used; where not written, they
	 * may not}
	 */
	public @Nullable Boolean allowCredentials() {
		return get("allow-credentials", Boolean.class);
	}

	/**
	 * {@return for how long browsers may cache the response to a preflight request, from
	 * 0 to 24 hours; 30 minutes where not written}
	 */
	public @Nullable Duration maxAge() {
		return get("max-age", Duration.class);
	}

	/**
	 * {@return what becomes of refused actual requests; they are blocked where not
	 * written}
	 */
	public @Nullable OnRefusal onRefusal() {
		return get("on-refusal", OnRefusal.class);
	}

	/**
	 * {@return what the policy does; it is enforced where not written}
	 */
	public @Nullable PolicyMode mode() {
		return get("mode", PolicyMode.class);
	}

	/**
	 * {@return whether {@code http://} origins may use credentials}
	 */
	public @Nullable Boolean allowInsecureOrigins() {
		return get("allow-insecure-origins", Boolean.class);
	}

	/**
	 * {@return whether all subdomains of a public suffix may use credentials}
	 */
	public @Nullable Boolean allowPublicSuffixSubdomains() {
		return get("allow-public-suffix-subdomains", Boolean.class);
	}

	/**
	 * {@return ids of the warnings that are meant; none where not written}
	 */
	public @Nullable List<String> accept() {
		return list("accept");
	}

	// The builder copies the list that it writes.
	@SuppressWarnings("unchecked")
	private @Nullable List<String> list(String key) {
		return (List<String>) this.values.get(key);
	}

	private <T> @Nullable T get(String key, Class<T> type) {
		return type.cast(this.values.get(key));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CorsPolicySpec spec && this.name.equals(spec.name) && this.values.equals(spec.values);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.name + " " + this.values;
	}

	/**
	 * Writes a spec key by key. A key whose value is {@code null} is not written. An
	 * entry of a list that is {@code null}, as an empty column of a database, is written
	 * as an empty text, which the rules refuse for this policy alone.
	 */
	public static final class Builder {

		private final String name;

		private final Map<String, Object> values = new LinkedHashMap<>();

		private Builder(@Nullable String name) {
			this.name = orEmpty(name);
		}

		/**
		 * Writes the paths.
		 * @param paths path patterns
		 * @return this builder
		 */
		public Builder paths(String... paths) {
			return paths(Arrays.asList(paths));
		}

		/**
		 * Writes the paths.
		 * @param paths the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder paths(@Nullable Collection<String> paths) {
			return writeList("paths", paths);
		}

		/**
		 * Writes the origins.
		 * @param origins origins, wildcards, {@code *} or {@code null} as a text
		 * @return this builder
		 */
		public Builder allowedOrigins(String... origins) {
			return allowedOrigins(Arrays.asList(origins));
		}

		/**
		 * Writes the origins.
		 * @param origins the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedOrigins(@Nullable Collection<String> origins) {
			return writeList("allowed-origins", origins);
		}

		/**
		 * Writes the methods.
		 * @param methods methods or {@code *}
		 * @return this builder
		 */
		public Builder allowedMethods(String... methods) {
			return allowedMethods(Arrays.asList(methods));
		}

		/**
		 * Writes the methods.
		 * @param methods the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedMethods(@Nullable Collection<String> methods) {
			return writeList("allowed-methods", methods);
		}

		/**
		 * Writes the request headers.
		 * @param names header names or {@code *}
		 * @return this builder
		 */
		public Builder allowedHeaders(String... names) {
			return allowedHeaders(Arrays.asList(names));
		}

		/**
		 * Writes the request headers.
		 * @param names the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder allowedHeaders(@Nullable Collection<String> names) {
			return writeList("allowed-headers", names);
		}

		/**
		 * Writes the exposed response headers.
		 * @param names header names or {@code *}
		 * @return this builder
		 */
		public Builder exposedHeaders(String... names) {
			return exposedHeaders(Arrays.asList(names));
		}

		/**
		 * Writes the exposed response headers.
		 * @param names the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder exposedHeaders(@Nullable Collection<String> names) {
			return writeList("exposed-headers", names);
		}

		/**
		 * Writes whether credentials may be used.
		 * @param allow whether they may
		 * @return this builder
		 */
		public Builder allowCredentials(@Nullable Boolean allow) {
			return write("allow-credentials", allow);
		}

		/**
		 * Writes for how long browsers may cache the response to a preflight request.
		 * @param maxAge from 0 to 24 hours, cut to whole seconds
		 * @return this builder
		 */
		public Builder maxAge(@Nullable Duration maxAge) {
			return write("max-age", maxAge);
		}

		/**
		 * Writes what becomes of refused actual requests.
		 * @param onRefusal whether they are blocked or go on
		 * @return this builder
		 */
		public Builder onRefusal(@Nullable OnRefusal onRefusal) {
			return write("on-refusal", onRefusal);
		}

		/**
		 * Writes the mode.
		 * @param mode what the policy does
		 * @return this builder
		 */
		public Builder mode(@Nullable PolicyMode mode) {
			return write("mode", mode);
		}

		/**
		 * Opts in to {@code http://} origins with credentials.
		 * @param allow whether they are allowed
		 * @return this builder
		 */
		public Builder allowInsecureOrigins(@Nullable Boolean allow) {
			return write("allow-insecure-origins", allow);
		}

		/**
		 * Opts in to all subdomains of a public suffix with credentials.
		 * @param allow whether they are allowed
		 * @return this builder
		 */
		public Builder allowPublicSuffixSubdomains(@Nullable Boolean allow) {
			return write("allow-public-suffix-subdomains", allow);
		}

		/**
		 * Accepts warnings that are meant.
		 * @param rules ids of rules, as {@code any-header}
		 * @return this builder
		 */
		public Builder accept(String... rules) {
			return accept(Arrays.asList(rules));
		}

		/**
		 * Accepts warnings that are meant.
		 * @param rules the entries, in the order of the collection
		 * @return this builder
		 */
		public Builder accept(@Nullable Collection<String> rules) {
			return writeList("accept", rules);
		}

		/**
		 * Makes the spec.
		 * @return the spec, unchecked
		 */
		public CorsPolicySpec build() {
			return new CorsPolicySpec(this.name, new LinkedHashMap<>(this.values));
		}

		private Builder writeList(String key, @Nullable Collection<String> entries) {
			return write(key, (entries != null) ? entries.stream().map(Builder::orEmpty).toList() : null);
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text : "";
		}

		private Builder write(String key, @Nullable Object value) {
			if (value != null) {
				this.values.put(key, value);
			}
			else {
				this.values.remove(key);
			}
			return this;
		}

	}

}
