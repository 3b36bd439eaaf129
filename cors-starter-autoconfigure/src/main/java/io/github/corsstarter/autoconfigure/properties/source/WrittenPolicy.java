package io.github.corsstarter.autoconfigure.properties.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * What is written about one policy in all sources, under whatever spelling of its name.
 */
public final class WrittenPolicy {

	// The highest source first.
	private final Map<ConfigurationPropertySource, List<ConfigurationPropertyName>> names = new LinkedHashMap<>();

	private ConfigurationPropertyName section;

	private boolean named;

	/**
	 * Creates a policy in which nothing is written.
	 * @param section its section as the first property spells it
	 */
	public WrittenPolicy(ConfigurationPropertyName section) {
		this.section = section;
	}

	/**
	 * Takes a name from a source. Sources come in the order of their precedence, so that
	 * the lowest one that is no environment variable gives the policy its name.
	 * @param source the source
	 * @param property the name
	 * @param environment whether the source is the environment
	 * @return the spelling that the same source used before, or this one
	 */
	public String add(ConfigurationPropertySource source, ConfigurationPropertyName property, boolean environment) {
		List<ConfigurationPropertyName> known = this.names.computeIfAbsent(source, (key) -> new ArrayList<>());
		known.add(property);
		if (known.size() == 1 && (!environment || !this.named)) {
			this.section = section(property);
			this.named = !environment;
		}
		return section(known.get(0)).getLastElement(Form.ORIGINAL);
	}

	/**
	 * Whether it is written in environment variables only.
	 * @return {@code false} where any other source has a part of it
	 */
	public boolean isOfEnvironment() {
		return !this.named;
	}

	/**
	 * Returns the properties of the policy by source, the highest source first.
	 * @return the names, as they are written
	 */
	public Map<ConfigurationPropertySource, List<ConfigurationPropertyName>> names() {
		return this.names;
	}

	/**
	 * Returns the policy's name, as its author spells it.
	 * @return the name
	 */
	public String name() {
		return this.section.getLastElement(Form.ORIGINAL);
	}

	/**
	 * Returns the policy's section, as its author spells it.
	 * @return the section's name
	 */
	public ConfigurationPropertyName section() {
		return this.section;
	}

	/**
	 * Returns what a source has of the policy, under the author's spelling.
	 * @param source the source
	 * @return the properties, or {@code null} where there are none
	 */
	public @Nullable PropertySlice slice(ConfigurationPropertySource source) {
		List<ConfigurationPropertyName> known = this.names.get(source);
		return (known != null) ? new PropertySlice(source, known, this.section, section(known.get(0))) : null;
	}

	/**
	 * Returns the first property of the policy in the lowest source, which is its
	 * declaration.
	 * @return the property, or {@code null} where no source has it any more
	 */
	public @Nullable ConfigurationProperty declaration() {
		ConfigurationProperty declaration = null;
		for (Map.Entry<ConfigurationPropertySource, List<ConfigurationPropertyName>> entry : this.names.entrySet()) {
			for (ConfigurationPropertyName name : entry.getValue()) {
				ConfigurationProperty property = entry.getKey().getConfigurationProperty(name);
				if (property != null) {
					declaration = property;
					break;
				}
			}
		}
		return declaration;
	}

	private static ConfigurationPropertyName section(ConfigurationPropertyName property) {
		return property.chop(PropertyNames.POLICY_DEPTH);
	}

}
