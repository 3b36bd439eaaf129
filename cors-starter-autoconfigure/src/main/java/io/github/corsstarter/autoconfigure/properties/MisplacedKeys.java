package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.PropertyPlaces;
import io.github.corsstarter.rules.Rule;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Keys of a policy that stand where the name of one belongs, as their author forgot the
 * name or did not indent them: they are one mistake, however many keys there are.
 */
final class MisplacedKeys {

	private final ConfigurationPropertySource source;

	private final Set<ConfigurationPropertyName> names = new HashSet<>();

	private final List<ConfigurationPropertyName> emptyPolicies = new ArrayList<>();

	private MisplacedKeys(ConfigurationPropertySource source) {
		this.source = source;
	}

	/**
	 * Finds the keys of a source.
	 * @param names the names of its properties
	 */
	static MisplacedKeys of(ConfigurationPropertySource source, List<ConfigurationPropertyName> names) {
		MisplacedKeys keys = new MisplacedKeys(source);
		for (ConfigurationPropertyName name : names) {
			if (keys.isKey(name)) {
				names.stream().filter(MisplacedKeys::hasNoKeyBelow).forEach(keys::add);
				return keys;
			}
		}
		return keys;
	}

	private boolean isKey(ConfigurationPropertyName name) {
		return hasNoKeyBelow(name) && KnownProperties.POLICY.find(element(name)) != null && !isBlank(name);
	}

	private static boolean hasNoKeyBelow(ConfigurationPropertyName name) {
		int below = name.getNumberOfElements() - PropertyNames.POLICY_DEPTH;
		return PropertyNames.POLICIES.isAncestorOf(name) && !name.isNumericIndex(PropertyNames.POLICY_DEPTH - 1)
				&& (below == 0 || (below == 1 && name.isLastElementIndexed()));
	}

	private void add(ConfigurationPropertyName name) {
		if (isBlank(name) && name.getNumberOfElements() == PropertyNames.POLICY_DEPTH) {
			this.emptyPolicies.add(name);
		}
		else {
			this.names.add(name);
		}
	}

	private boolean isBlank(ConfigurationPropertyName name) {
		ConfigurationProperty property = this.source.getConfigurationProperty(name);
		return property == null || String.valueOf(property.getValue()).isBlank();
	}

	boolean contains(ConfigurationPropertyName name) {
		return this.names.contains(name);
	}

	/**
	 * Reports the keys. What the policies lack from which they were taken is not
	 * reported, too.
	 */
	void report(LocatedFindings findings) {
		if (this.names.isEmpty()) {
			return;
		}
		List<ConfigurationProperty> properties = this.names.stream()
			.map(this.source::getConfigurationProperty)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingLong(PropertyPlaces::position).thenComparing(ConfigurationProperty::getName))
			.toList();
		ConfigurationProperty first = properties.get(0);
		String key = element(first.getName());
		String message = "stands where a policy's name belongs";
		int start = PropertyPlaces.lineOfKey(first, key);
		int end = PropertyPlaces.line(properties.get(properties.size() - 1));
		if (start > 0) {
			message += (start < end) ? ": indent lines " + start + " to " + end + " below a name"
					: ": indent line " + start + " below a name";
		}
		findings.add(Rule.INVALID_POLICY_NAME, PropertyNames.POLICIES.append(key), first, message, advice(key, start));
		for (ConfigurationPropertyName policy : this.emptyPolicies) {
			findings.unreadable(policy, "paths");
			findings.unreadable(policy, "allowed-origins");
		}
	}

	private String advice(String key, int line) {
		if (line == 0) {
			return "Write a name in front of it, as \"" + PropertyNames.POLICIES + ".storefront." + key + "\".";
		}
		return (this.emptyPolicies.size() == 1)
				? "Write them two spaces further in than \"" + element(this.emptyPolicies.get(0)) + ":\"."
				: "Write a name of your own above them, as \"storefront:\".";
	}

	private static String element(ConfigurationPropertyName name) {
		return name.getElement(PropertyNames.POLICY_DEPTH - 1, Form.ORIGINAL);
	}

}
