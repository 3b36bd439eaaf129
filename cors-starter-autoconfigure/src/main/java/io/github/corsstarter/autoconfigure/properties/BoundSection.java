package io.github.corsstarter.autoconfigure.properties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.policy.PolicyKey;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Where the values of a section come from, taken down while they are bound.
 */
final class BoundSection {

	private final ConfigurationPropertyName name;

	private final @Nullable ConfigurationProperty declaration;

	// By key; of a list that is written entry by entry the first entry.
	private final Map<String, ConfigurationProperty> properties = new HashMap<>();

	// By key of a list, the index at which each of its entries is written: one entry may
	// bring in several.
	private final Map<String, List<Integer>> indexes = new HashMap<>();

	/**
	 * Creates a section in which nothing is bound.
	 * @param name the section's name
	 * @param declaration shows where the section stands, or {@code null}
	 */
	BoundSection(ConfigurationPropertyName name, @Nullable ConfigurationProperty declaration) {
		this.name = name;
		this.declaration = declaration;
	}

	void add(ConfigurationPropertyName bound, ConfigurationProperty property) {
		boolean entry = bound.isLastElementIndexed();
		if (entry && !bound.getLastElement(Form.ORIGINAL).equals("0")) {
			return;
		}
		this.properties.put(key(entry ? bound.getParent() : bound), property);
	}

	/**
	 * Takes down where the entries of a list are written.
	 * @param list the list's name
	 * @param indexes for each entry the index of what it was made of
	 */
	void written(ConfigurationPropertyName list, List<Integer> indexes) {
		this.indexes.put(key(list), indexes);
	}

	private String key(ConfigurationPropertyName bound) {
		return bound.subName(this.name.getNumberOfElements()).toString();
	}

	/**
	 * Returns the property that an entry of a list was bound from.
	 * @return the property, or {@code null} where none was
	 */
	@Nullable ConfigurationProperty find(ConfigurationPropertyName list, int index) {
		return find(key(list), index);
	}

	/**
	 * Returns the name of a bound property as the section is spelled.
	 */
	ConfigurationPropertyName spelled(ConfigurationProperty property) {
		return this.name.append(property.getName().subName(this.name.getNumberOfElements()));
	}

	/**
	 * Returns the property that a value was bound from.
	 * @return the property, or {@code null} where none was
	 */
	@Nullable ConfigurationProperty find(PolicyKey key) {
		return find(key.name(), written(key).index());
	}

	private @Nullable ConfigurationProperty find(String key, int index) {
		ConfigurationProperty property = this.properties.get(key);
		if (property == null || index <= 0 || !property.getName().isLastElementIndexed()) {
			return property;
		}
		ConfigurationPropertyName entry = property.getName().getParent().append("[" + index + "]");
		ConfigurationPropertySource source = property.getSource();
		return (source != null) ? source.getConfigurationProperty(entry) : property;
	}

	@Nullable ConfigurationProperty declaration() {
		return this.declaration;
	}

	/**
	 * Returns the name of a property in the section, as its author spells the section.
	 */
	String property(PolicyKey key) {
		return PropertyNames.written(this.name) + (key.equals(PolicyKey.NONE) ? "" : "." + written(key));
	}

	private PolicyKey written(PolicyKey key) {
		List<Integer> written = this.indexes.get(key.name());
		return (written == null || key.index() < 0 || key.index() >= written.size()) ? key
				: new PolicyKey(key.name(), written.get(key.index()));
	}

}
