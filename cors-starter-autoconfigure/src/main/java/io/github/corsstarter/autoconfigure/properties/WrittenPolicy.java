package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * What is written about one policy in all sources, under whatever spelling of its name.
 */
final class WrittenPolicy {

	// Sections by spelling, the highest source first: equal for Boot if they differ in
	// case, dashes and underscores only, but for keys in brackets.
	private final Map<String, ConfigurationPropertyName> sections = new LinkedHashMap<>();

	private final Map<ConfigurationPropertySource, List<ConfigurationPropertyName>> names = new LinkedHashMap<>();

	private String name = "";

	private boolean named;

	/**
	 * Takes a name from a source. Sources come in the order of their precedence, so that
	 * the lowest one that is no environment variable gives the policy its name.
	 * @return the spelling that the same source used before, or this one
	 */
	String add(ConfigurationPropertySource source, ConfigurationPropertyName property, boolean environment) {
		ConfigurationPropertyName section = property.chop(PropertyNames.POLICY_DEPTH);
		String spelling = section.getLastElement(Form.ORIGINAL);
		List<ConfigurationPropertyName> known = this.names.computeIfAbsent(source, (key) -> new ArrayList<>());
		String first = known.isEmpty() ? spelling
				: known.get(0).getElement(PropertyNames.POLICY_DEPTH - 1, Form.ORIGINAL);
		known.add(property);
		this.sections.putIfAbsent(spelling, section);
		if (known.size() == 1 && (!environment || !this.named)) {
			this.name = spelling;
			this.named = !environment;
		}
		return first;
	}

	String name() {
		return this.name;
	}

	/**
	 * Returns the name of the policy's section, as its author wrote it.
	 */
	String property() {
		ConfigurationPropertyName section = this.sections.get(this.name);
		return (section != null) ? PropertyNames.written(section) : "cors.policies." + this.name;
	}

	/**
	 * Returns the sections of all spellings, the highest source's first.
	 */
	List<ConfigurationPropertyName> sections() {
		return List.copyOf(this.sections.values());
	}

	List<ConfigurationPropertyName> names(ConfigurationPropertySource source) {
		return this.names.getOrDefault(source, List.of());
	}

}
