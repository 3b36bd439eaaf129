package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.autoconfigure.properties.PropertyLocations;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CorsPolicyLoader} read: the policies, and where each of their values
 * stands.
 *
 * @param policies the policies with everything that was found about them
 * @param findings what was found about the configured ones, without those from code
 * @param properties the properties that they were made of
 * @param locations where the properties stand
 * @param beans the bean that each policy from code comes from, by the policy's name
 */
record LoadedCorsPolicies(CorsPolicySet policies, List<Finding> findings, CorsProperties properties,
		PropertyLocations locations, Map<String, String> beans) implements PropertyLocator {

	/**
	 * Returns the property that gives a policy the value of a key: one below
	 * {@code cors.defaults} where the policy takes the value from there; for a policy
	 * from code its name and the key.
	 */
	@Override
	public String property(String policy, String key) {
		if (this.beans.containsKey(policy)) {
			return key.isEmpty() ? policy : policy + "." + key;
		}
		return this.locations.locate(policy, PolicyKey.of(key)).name();
	}

	/**
	 * Returns where a value of a policy stands: file, line and column, or the environment
	 * variable or command line argument; for a key that is written nowhere the place of
	 * the policy; {@code null} for a policy that is not written in any source.
	 */
	@Override
	public @Nullable String locate(String policy, String key) {
		String bean = this.beans.get(policy);
		if (bean != null) {
			return "bean " + bean;
		}
		return this.locations.locate(policy, PolicyKey.of(key)).place();
	}

}
