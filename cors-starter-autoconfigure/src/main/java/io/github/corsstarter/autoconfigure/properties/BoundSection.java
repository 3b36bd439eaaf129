package io.github.corsstarter.autoconfigure.properties;

import java.util.HashMap;
import java.util.Map;

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
		ConfigurationPropertyName key = bound.subName(this.name.getNumberOfElements());
		this.properties.put((entry ? key.getParent() : key).toString(), property);
	}

	/**
	 * Returns the property that a value was bound from.
	 * @return the property, or {@code null} where none was
	 */
	@Nullable ConfigurationProperty find(PolicyKey key) {
		ConfigurationProperty property = this.properties.get(key.name());
		if (property == null || key.index() <= 0 || !property.getName().isLastElementIndexed()) {
			return property;
		}
		ConfigurationPropertyName entry = property.getName().getParent().append("[" + key.index() + "]");
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
		return PropertyNames.written(this.name) + (key.equals(PolicyKey.NONE) ? "" : "." + key);
	}

}
