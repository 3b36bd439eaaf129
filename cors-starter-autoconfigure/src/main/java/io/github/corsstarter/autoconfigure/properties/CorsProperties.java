package io.github.corsstarter.autoconfigure.properties;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.Ordered;

/**
 * Everything below {@code cors} in an application's configuration, as it is written
 * there.
 *
 * @param enabled Whether CORS policies are applied.
 * @param preflightStatus Status of granted preflights, from 200 to 299.
 * @param debug Whether responses name the reason of a refusal.
 * @param filterOrder Order of the filter. Must be in front of Spring Security and behind
 * filters that rewrite paths or handle forwarded headers.
 * @param failOn Severity from which a finding stops the start.
 * @param refusals Recent refusals shown by the endpoint.
 * @param lab The page that shows policies at work, for development.
 * @param defaults What policies take for keys that they do not set.
 * @param policies Policies by name.
 */
@ConfigurationProperties("cors")
public record CorsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("204") int preflightStatus,
		@DefaultValue("false") boolean debug, @DefaultValue("" + CorsProperties.DEFAULT_FILTER_ORDER) int filterOrder,
		@DefaultValue("error") Severity failOn, @DefaultValue Refusals refusals, @DefaultValue Lab lab,
		@DefaultValue Policy defaults, @DefaultValue Map<String, Policy> policies) {

	/** Behind what handles forwarded headers, in front of Spring Security. */
	static final int DEFAULT_FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	/**
	 * Recent refusals that are kept.
	 *
	 * @param enabled Whether recent refusals are kept for the endpoint.
	 * @param capacity Number of distinct refusals that are kept, from 1 to 100000.
	 */
	public record Refusals(@DefaultValue("true") boolean enabled, @DefaultValue("100") int capacity) {
	}

	/**
	 * The lab, which the module {@code cors-starter-lab} serves. Its properties are known
	 * without it, too, so that a profile may set them wherever the module is not there.
	 *
	 * @param enabled Whether the lab is served. For development only.
	 * @param path Path of the lab, below the context path or base path.
	 * @param allowRemote Whether the lab answers other machines, too.
	 */
	public record Lab(@DefaultValue("false") boolean enabled, @DefaultValue(Lab.DEFAULT_PATH) String path,
			@DefaultValue("false") boolean allowRemote) {

		static final String DEFAULT_PATH = "/cors-lab";

	}

	/**
	 * A policy, or what policies take for keys that they do not set.
	 *
	 * @param paths Path patterns that the policy governs, relative to the context path or
	 * base path.
	 * @param allowedOrigins Origins that may call, "*" for any, or "null" in quotes for
	 * the opaque one.
	 * @param allowedMethods Methods that may be used, or "*" for any. GET, HEAD and POST
	 * if not set; GET brings HEAD.
	 * @param allowedHeaders Request headers that pages may set, or "*" for any. None if
	 * not set.
	 * @param exposedHeaders Response headers that pages may read, or "*" for any. None if
	 * not set.
	 * @param allowCredentials Whether cookies and other credentials may be used.
	 * @param maxAge Time for which browsers may cache the response to a preflight
	 * request. If a unit is not given, seconds are used; 0 turns caching off.
	 * @param onRefusal What becomes of actual requests that are refused.
	 * @param mode What the policy does with requests.
	 * @param allowInsecureOrigins Whether origins with http:// may use credentials.
	 * @param allowPublicSuffixSubdomains Whether all subdomains of a public suffix may
	 * use credentials.
	 * @param accept Ids of warnings that are meant: they stop no start and are not
	 * logged.
	 */
	public record Policy(@Nullable List<String> paths, @Nullable List<String> allowedOrigins,
			@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
			@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials,
			@DurationUnit(ChronoUnit.SECONDS) @Nullable Duration maxAge, @Nullable OnRefusal onRefusal,
			@Nullable PolicyMode mode, @Nullable Boolean allowInsecureOrigins,
			@Nullable Boolean allowPublicSuffixSubdomains, @Nullable List<String> accept) {

		/**
		 * Returns the policy as the core reads it.
		 */
		public CorsPolicySpec toSpec(String name) {
			return write(CorsPolicySpec.named(name)).paths(this.paths).mode(this.mode).build();
		}

		/**
		 * Returns what policies take for keys that they do not set: each has paths and a
		 * mode of its own.
		 */
		public CorsPolicySpec toDefaults() {
			return write(CorsPolicySpec.named("")).build();
		}

		private CorsPolicySpec.Builder write(CorsPolicySpec.Builder spec) {
			return spec.allowedOrigins(this.allowedOrigins)
				.allowedMethods(this.allowedMethods)
				.allowedHeaders(this.allowedHeaders)
				.exposedHeaders(this.exposedHeaders)
				.allowCredentials(this.allowCredentials)
				.maxAge(this.maxAge)
				.onRefusal(this.onRefusal)
				.allowInsecureOrigins(this.allowInsecureOrigins)
				.allowPublicSuffixSubdomains(this.allowPublicSuffixSubdomains)
				.accept(this.accept);
		}

	}

}
