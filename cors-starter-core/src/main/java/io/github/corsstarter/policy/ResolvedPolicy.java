package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.List;

/**
 * A policy as it is in force: defaults filled in, methods normalized, names of request
 * headers in lower case.
 *
 * @param name the policy's name
 * @param mode what the policy does; never {@link PolicyMode#OFF}
 * @param paths the path patterns
 * @param allowedOrigins the origins; empty only for {@link PolicyMode#DENY}
 * @param allowedMethods the methods, or only {@code *}
 * @param allowedHeaders the request header names, or only {@code *}
 * @param exposedHeaders the response header names, or only {@code *}
 * @param allowCredentials whether credentials may be used
 * @param maxAge for how long browsers may cache the response to a preflight request
 * @param onRefusal what becomes of refused actual requests
 * @param allowInsecureOrigins whether {@code http://} origins may use credentials
 * @param allowPublicSuffixSubdomains whether all subdomains of a public suffix may use
 * credentials
 */
public record ResolvedPolicy(String name, PolicyMode mode, List<String> paths, List<String> allowedOrigins,
		List<String> allowedMethods, List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials,
		Duration maxAge, OnRefusal onRefusal, boolean allowInsecureOrigins, boolean allowPublicSuffixSubdomains) {

	/**
	 * Creates a policy.
	 */
	public ResolvedPolicy {
		paths = List.copyOf(paths);
		allowedOrigins = List.copyOf(allowedOrigins);
		allowedMethods = List.copyOf(allowedMethods);
		allowedHeaders = List.copyOf(allowedHeaders);
		exposedHeaders = List.copyOf(exposedHeaders);
	}

	/**
	 * Whether pages may use every method.
	 * @return whether the methods are {@code *}
	 */
	public boolean allowsAnyMethod() {
		return this.allowedMethods.contains("*");
	}

	/**
	 * Whether pages may send every header.
	 * @return whether the request headers are {@code *}
	 */
	public boolean allowsAnyHeader() {
		return this.allowedHeaders.contains("*");
	}

}
