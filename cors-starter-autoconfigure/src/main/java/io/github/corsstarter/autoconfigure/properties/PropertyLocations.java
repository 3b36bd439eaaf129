package io.github.corsstarter.autoconfigure.properties;

import java.util.List;
import java.util.Objects;

import io.github.corsstarter.policy.PolicyKey;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Finds the property that a value of a policy came from, as the binder found it: the
 * highest source that has a list has all of it.
 */
public final class PropertyLocations {

	private final List<ConfigurationPropertySource> sources;

	private final PropertyScan scan;

	public PropertyLocations(List<ConfigurationPropertySource> sources, PropertyScan scan) {
		this.sources = sources;
		this.scan = scan;
	}

	/**
	 * Finds where a value of a policy comes from.
	 * @param policy the policy's name
	 */
	public Location locate(String policy, PolicyKey key) {
		if (policy.isEmpty()) {
			return new Location("cors." + key, find(PropertyNames.CORS.append(key.name())), false);
		}
		WrittenPolicy written = this.scan.policy(policy);
		if (written == null) {
			return new Location("cors.policies." + policy + suffix(key), null, false);
		}
		for (ConfigurationPropertyName section : written.sections()) {
			ConfigurationProperty property = key.equals(PolicyKey.NONE) ? null : find(section, key);
			if (property != null) {
				return new Location(name(written, key), property, false);
			}
		}
		if (KnownProperties.DEFAULTS.find(key.name()) != null) {
			ConfigurationProperty inherited = find(PropertyNames.DEFAULTS, key);
			if (inherited != null) {
				return new Location("cors.defaults." + key, inherited, true);
			}
		}
		return new Location(name(written, key), first(written), false);
	}

	@Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
		return this.sources.stream()
			.map((source) -> source.getConfigurationProperty(name))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns where a source stands: high for what an application starts from, low for
	 * what overrides it.
	 */
	int rank(@Nullable ConfigurationProperty property) {
		return (property != null) ? this.sources.indexOf(property.getSource()) : -1;
	}

	private @Nullable ConfigurationProperty find(ConfigurationPropertyName section, PolicyKey key) {
		ConfigurationPropertyName name = section.append(key.name());
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty whole = source.getConfigurationProperty(name);
			ConfigurationProperty first = (whole != null) ? whole : source.getConfigurationProperty(name.append("[0]"));
			if (first != null) {
				boolean element = whole == null && key.index() != PolicyKey.NO_INDEX;
				return element ? source.getConfigurationProperty(name.append("[" + key.index() + "]")) : first;
			}
		}
		return null;
	}

	/**
	 * Returns the first property of a policy in the lowest source, which is its
	 * declaration.
	 */
	private @Nullable ConfigurationProperty first(WrittenPolicy policy) {
		for (int i = this.sources.size() - 1; i >= 0; i--) {
			ConfigurationPropertySource source = this.sources.get(i);
			ConfigurationProperty first = policy.names(source)
				.stream()
				.map(source::getConfigurationProperty)
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
			if (first != null) {
				return first;
			}
		}
		return null;
	}

	private static String name(WrittenPolicy policy, PolicyKey key) {
		return policy.property() + suffix(key);
	}

	private static String suffix(PolicyKey key) {
		return key.equals(PolicyKey.NONE) ? "" : "." + key;
	}

	/**
	 * Where a value comes from.
	 *
	 * @param name the whole name of the property
	 * @param property the property, or {@code null} where there is none
	 * @param inherited whether it is one of the defaults
	 */
	public record Location(String name, @Nullable ConfigurationProperty property, boolean inherited) {
	}

}
