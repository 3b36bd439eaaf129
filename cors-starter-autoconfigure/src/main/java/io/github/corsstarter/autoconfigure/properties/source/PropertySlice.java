package io.github.corsstarter.autoconfigure.properties.source;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * A source of which only the names of one section are listed. A binder goes through all
 * names of a source for every list that it binds: with a thousand policies that is most
 * of the time of a start, so each policy is bound from slices of its own.
 *
 * @param source the whole source, which still finds every property
 * @param names the names that are listed
 * @param section the section as it is bound
 * @param spelling the section as the source spells it: {@code [public_api]} is another
 * name than {@code public-api} for Boot
 */
public record PropertySlice(ConfigurationPropertySource source, List<ConfigurationPropertyName> names,
		ConfigurationPropertyName section,
		ConfigurationPropertyName spelling) implements IterableConfigurationPropertySource {

	@Override
	public Stream<ConfigurationPropertyName> stream() {
		return this.names.stream().map((name) -> replace(name, this.spelling, this.section));
	}

	@Override
	public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
		return this.source.getConfigurationProperty(replace(name, this.section, this.spelling));
	}

	@Override
	public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
		return this.source.containsDescendantOf(replace(name, this.section, this.spelling));
	}

	private static ConfigurationPropertyName replace(ConfigurationPropertyName name, ConfigurationPropertyName from,
			ConfigurationPropertyName to) {
		return from.equals(to) ? name : to.append(name.subName(from.getNumberOfElements()));
	}

}
