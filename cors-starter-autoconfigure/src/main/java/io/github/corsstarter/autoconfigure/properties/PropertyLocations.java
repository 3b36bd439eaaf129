package io.github.corsstarter.autoconfigure.properties;

import java.util.HashMap;
import java.util.Map;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.PropertyPlaces;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;

/**
 * Finds the properties that the values of policies were bound from.
 */
public final class PropertyLocations {

	private final BoundSection top;

	private final Map<String, BoundSection> policies = new HashMap<>();

	/**
	 * Creates locations without policies.
	 * @param top the section {@code cors}
	 */
	PropertyLocations(BoundSection top) {
		this.top = top;
	}

	void add(String policy, BoundSection section) {
		this.policies.put(Codes.uniform(policy), section);
	}

	/**
	 * Finds where a value of a policy comes from.
	 * @param policy the policy's name, or the empty text for what holds for all of them
	 * @param key a key of the policy, or of {@code cors}
	 * @return the place of the value; the policy's own where the key is not written
	 */
	public Location locate(String policy, PolicyKey key) {
		if (policy.isEmpty()) {
			return new Location(this.top.property(key), this.top.find(key), false);
		}
		BoundSection section = this.policies.get(Codes.uniform(policy));
		if (section == null) {
			String name = PropertyNames.POLICIES + "." + policy;
			return new Location(key.equals(PolicyKey.NONE) ? name : name + "." + key, null, false);
		}
		ConfigurationProperty property = section.find(key);
		if (property == null && KnownProperties.DEFAULTS.find(key.name()) != null) {
			PolicyKey inherited = new PolicyKey("defaults." + key.name(), key.index());
			ConfigurationProperty shared = this.top.find(inherited);
			if (shared != null) {
				return new Location(this.top.property(inherited), shared, true);
			}
		}
		return new Location(section.property(key), (property != null) ? property : section.declaration(), false);
	}

	/**
	 * Where a value comes from.
	 *
	 * @param name the whole name of the property
	 * @param property the property, or {@code null} where there is none
	 * @param inherited whether it is one of the defaults
	 */
	public record Location(String name, @Nullable ConfigurationProperty property, boolean inherited) {

		/**
		 * Returns the place in words.
		 * @return file, line and column, or the name of an environment variable, a system
		 * property or a command line argument; {@code null} where it is not known
		 */
		public @Nullable String place() {
			return PropertyPlaces.describe(this.property);
		}

	}

}
