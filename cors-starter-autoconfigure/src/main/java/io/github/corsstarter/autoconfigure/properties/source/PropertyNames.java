package io.github.corsstarter.autoconfigure.properties.source;

import io.github.corsstarter.policy.PolicyKey;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Names of properties below {@code cors}.
 */
public final class PropertyNames {

	/** All properties of the starter. */
	public static final ConfigurationPropertyName CORS = ConfigurationPropertyName.of("cors");

	/** The policies. */
	public static final ConfigurationPropertyName POLICIES = CORS.append("policies");

	/** The number of elements in the name of a policy's section. */
	public static final int POLICY_DEPTH = 3;

	private PropertyNames() {
	}

	/**
	 * Returns a name as its author wrote it, not as it is compared.
	 * @param name the name
	 * @return its text
	 */
	public static String written(ConfigurationPropertyName name) {
		StringBuilder written = new StringBuilder();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			String element = name.getElement(i, Form.ORIGINAL);
			// Brackets are an index, or a key that Boot would otherwise cut up.
			boolean indexed = name.chop(i + 1).isLastElementIndexed();
			written.append(indexed ? "[" : (i > 0) ? "." : "").append(element).append(indexed ? "]" : "");
		}
		return written.toString();
	}

	/**
	 * Returns the key of a policy that a property sets, if it sets one.
	 * @param name the property's name
	 * @return the key, or {@link PolicyKey#NONE}
	 */
	public static PolicyKey key(ConfigurationPropertyName name) {
		if (!POLICIES.isAncestorOf(name) || name.getNumberOfElements() == POLICY_DEPTH) {
			return PolicyKey.NONE;
		}
		int last = name.getNumberOfElements() - 1;
		String key = name.getElement(POLICY_DEPTH, Form.DASHED);
		String index = name.getElement(last, Form.ORIGINAL);
		return (name.isNumericIndex(last) && index.length() < 10) ? new PolicyKey(key, Integer.parseInt(index))
				: PolicyKey.of(key);
	}

	/**
	 * Returns the last element that is no index.
	 * @param name the property's name
	 * @return the element in kebab case
	 */
	public static String lastKey(ConfigurationPropertyName name) {
		return name.isLastElementIndexed() ? lastKey(name.getParent()) : name.getLastElement(Form.DASHED);
	}

}
