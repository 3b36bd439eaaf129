package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;

import io.github.corsstarter.policy.ResolvedPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A policy as it is in force.
 *
 * @param mode what the policy does
 * @param paths the path patterns
 * @param allowedOrigins the origins
 * @param allowedMethods the methods
 * @param allowedHeaders the request header names
 * @param exposedHeaders the response header names
 * @param allowCredentials whether credentials may be used
 * @param maxAge for how long browsers may cache the response to a preflight request, as
 * an ISO 8601 duration
 * @param onRefusal what becomes of refused actual requests
 * @param source where the policy stands, or {@code null} where that is not known
 */
public record PolicyDescriptor(String mode, List<String> paths, List<String> allowedOrigins,
		List<String> allowedMethods, List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials,
		String maxAge, String onRefusal, @Nullable String source) implements OperationResponseBody {

	static PolicyDescriptor of(ResolvedPolicy policy, @Nullable String source) {
		return new PolicyDescriptor(policy.mode().code(), policy.paths(), policy.allowedOrigins(),
				policy.allowedMethods(), policy.allowedHeaders(), policy.exposedHeaders(), policy.allowCredentials(),
				policy.maxAge().toString(), policy.onRefusal().code(), source);
	}

}
