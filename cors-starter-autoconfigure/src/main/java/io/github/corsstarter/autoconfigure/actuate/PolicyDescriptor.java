package io.github.corsstarter.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.ResolvedPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A policy as it is in force, with everything that decisions depend on: a tool that reads
 * it decides as the application does.
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
 * @param allowInsecureOrigins whether {@code http://} origins may use credentials
 * @param allowPublicSuffixSubdomains whether all subdomains of a public suffix may use
 * credentials
 * @param source where the policy stands, or {@code null} where that is not known
 * @param properties where the values come from, by their keys; a key that is not there is
 * a property of the policy's section, and stands where the policy does
 */
public record PolicyDescriptor(String mode, List<String> paths, List<String> allowedOrigins,
		List<String> allowedMethods, List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials,
		String maxAge, String onRefusal, boolean allowInsecureOrigins, boolean allowPublicSuffixSubdomains,
		@Nullable String source, Map<String, Property> properties) implements OperationResponseBody {

	private static final List<String> KEYS = List.of("paths", "allowed-origins", "allowed-methods", "allowed-headers",
			"exposed-headers", "allow-credentials", "max-age", "on-refusal", "mode", "allow-insecure-origins",
			"allow-public-suffix-subdomains");

	static PolicyDescriptor of(ResolvedPolicy policy, PropertyLocator locator) {
		String source = locator.locate(policy.name(), "");
		return new PolicyDescriptor(policy.mode().code(), policy.paths(), policy.allowedOrigins(),
				policy.allowedMethods(), policy.allowedHeaders(), policy.exposedHeaders(), policy.allowCredentials(),
				policy.maxAge().toString(), policy.onRefusal().code(), policy.allowInsecureOrigins(),
				policy.allowPublicSuffixSubdomains(), source, properties(policy.name(), source, locator));
	}

	private static Map<String, Property> properties(String policy, @Nullable String source, PropertyLocator locator) {
		Map<String, Property> properties = new LinkedHashMap<>();
		for (String key : KEYS) {
			Property property = new Property(locator.property(policy, key), locator.locate(policy, key));
			boolean told = property.name().equals(PropertyLocator.UNKNOWN.property(policy, key))
					&& Objects.equals(property.source(), source);
			if (!told) {
				properties.put(key, property);
			}
		}
		return properties;
	}

	/**
	 * A property that gives a policy a value.
	 *
	 * @param name the property's whole name
	 * @param source where it stands, or {@code null} where that is not known
	 */
	public record Property(String name, @Nullable String source) {
	}

}
