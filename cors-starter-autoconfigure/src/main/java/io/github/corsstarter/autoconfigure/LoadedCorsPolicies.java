package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.CorsPolicySet;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CorsPolicyLoader} read: the policies, and where each of their values
 * stands.
 */
public final class LoadedCorsPolicies {

	private final CorsPolicySet policies;

	private final CorsProperties properties;

	private final PropertyLocations locations;

	LoadedCorsPolicies(CorsPolicySet policies, CorsProperties properties, PropertyLocations locations) {
		this.policies = policies;
		this.properties = properties;
		this.locations = locations;
	}

	/**
	 * Returns the policies.
	 * @return the policies with the warnings about them, each with property and place
	 */
	public CorsPolicySet policies() {
		return this.policies;
	}

	/**
	 * Returns the properties that they were made of.
	 * @return the properties, as they were at that time
	 */
	public CorsProperties properties() {
		return this.properties;
	}

	/**
	 * Returns the property that gives a policy the value of a key.
	 * @param policy the policy's name
	 * @param key a key such as {@code allowed-origins} or {@code allowed-origins[1]}, or
	 * the empty text for the policy itself
	 * @return the property's whole name, below {@code cors.defaults} where the policy
	 * takes the value from there
	 */
	public String property(String policy, String key) {
		return this.locations.locate(policy, key).name();
	}

	/**
	 * Returns where a value of a policy stands.
	 * @param policy the policy's name
	 * @param key a key such as {@code allowed-origins} or {@code allowed-origins[1]}, or
	 * the empty text for the policy itself
	 * @return file, line and column, or the environment variable or command line
	 * argument; for a key that is written nowhere the place of the policy; {@code null}
	 * for a policy that is not written in any source
	 */
	public @Nullable String source(String policy, String key) {
		return PropertyOrigins.describe(this.locations.locate(policy, key).property());
	}

}
