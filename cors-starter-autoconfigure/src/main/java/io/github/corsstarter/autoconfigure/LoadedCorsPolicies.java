package io.github.corsstarter.autoconfigure;

import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.PolicyKey;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.autoconfigure.properties.PropertyLocations;
import io.github.corsstarter.autoconfigure.properties.PropertyPlaces;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CorsPolicyLoader} read: the policies, and where each of their values
 * stands.
 */
public final class LoadedCorsPolicies {

	private final CorsPolicySet policies;

	private final CorsProperties properties;

	private final PropertyLocations locations;

	private final Map<String, String> beans;

	LoadedCorsPolicies(CorsPolicySet policies, CorsProperties properties, PropertyLocations locations,
			Map<String, String> beans) {
		this.policies = policies;
		this.properties = properties;
		this.locations = locations;
		this.beans = beans;
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
	 * @param key a key such as {@code allowed-origins}, or the empty text for the policy
	 * itself
	 * @return the property's whole name, below {@code cors.defaults} where the policy
	 * takes the value from there; for a policy from code its name and the key
	 */
	public String property(String policy, String key) {
		if (this.beans.containsKey(policy)) {
			return key.isEmpty() ? policy : policy + "." + key;
		}
		return this.locations.locate(policy, PolicyKey.of(key)).name();
	}

	/**
	 * Returns where a value of a policy stands.
	 * @param policy the policy's name
	 * @param key a key such as {@code allowed-origins}, or the empty text for the policy
	 * itself
	 * @return file, line and column, or the environment variable or command line
	 * argument; for a key that is written nowhere the place of the policy; {@code null}
	 * for a policy that is not written in any source
	 */
	public @Nullable String source(String policy, String key) {
		String bean = this.beans.get(policy);
		if (bean != null) {
			return "bean " + bean;
		}
		return PropertyPlaces.describe(this.locations.locate(policy, PolicyKey.of(key)).property());
	}

}
