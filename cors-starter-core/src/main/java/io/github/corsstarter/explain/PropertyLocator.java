package io.github.corsstarter.explain;

import org.jspecify.annotations.Nullable;

/**
 * Tells where a policy's configuration stands, so that advice can name the line to edit.
 */
@FunctionalInterface
public interface PropertyLocator {

	/**
	 * A locator that knows no places.
	 */
	PropertyLocator UNKNOWN = (policy, key) -> null;

	/**
	 * Returns where a value comes from.
	 * @param policy the policy's name
	 * @param key the key as configuration writes it, such as {@code allowed-methods}, or
	 * the empty text for the policy itself
	 * @return the place, such as {@code application.yml:9:11}, or {@code null} where the
	 * key is not written or its place not known
	 */
	@Nullable String locate(String policy, String key);

	/**
	 * Returns the name of a property. A locator of policies that do not come from
	 * properties overrides this.
	 * @param policy the policy's name
	 * @param key the key as configuration writes it
	 * @return the property's whole name
	 */
	default String property(String policy, String key) {
		return "cors.policies." + policy + "." + key;
	}

	/**
	 * Returns the name of a property and, where it is known, its place.
	 * @param policy the policy's name
	 * @param key the key as configuration writes it
	 * @return a text such as {@code cors.policies.api.max-age (application.yml:9:11)}
	 */
	default String describe(String policy, String key) {
		String place = locate(policy, key);
		return property(policy, key) + ((place != null) ? " (" + place + ")" : "");
	}

}
