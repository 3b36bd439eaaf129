package io.github.corsstarter.sample.lab;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import org.jspecify.annotations.Nullable;

/**
 * A policy that somebody puts together in the lab. What is not there is not written.
 *
 * @param name the policy's name
 * @param paths its paths
 * @param allowedOrigins its origins
 * @param allowedMethods its methods
 * @param allowedHeaders its request headers
 * @param exposedHeaders its exposed response headers
 * @param allowCredentials whether it allows credentials
 * @param maxAge how long a preflight's answer may be kept, in seconds
 */
record PolicyDraft(@Nullable String name, @Nullable List<String> paths, @Nullable List<String> allowedOrigins,
		@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
		@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials, @Nullable Long maxAge) {

	CorsPolicySpec toSpec() {
		return new CorsPolicySpec((this.name != null) ? this.name : "", this.paths, this.allowedOrigins,
				this.allowedMethods, this.allowedHeaders, this.exposedHeaders, this.allowCredentials,
				(this.maxAge != null) ? Duration.ofSeconds(this.maxAge) : null, null, null, null, null);
	}

}
