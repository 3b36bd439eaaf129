package io.github.corsstarter.autoconfigure.properties;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * A source of which only some names are listed. A binder goes through all names of a
 * source for every list that it binds: with a thousand policies that is most of the time
 * of a start, so each policy is bound from slices of its own.
 *
 * @param source the whole source, which still finds every property
 * @param names the names that are listed
 */
record PropertySlice(ConfigurationPropertySource source,
		List<ConfigurationPropertyName> names) implements IterableConfigurationPropertySource {

	@Override
	public Stream<ConfigurationPropertyName> stream() {
		return this.names.stream();
	}

	@Override
	public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
		return this.source.getConfigurationProperty(name);
	}

	@Override
	public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
		return this.source.containsDescendantOf(name);
	}

	@Override
	public @Nullable Object getUnderlyingSource() {
		return this.source.getUnderlyingSource();
	}

}
