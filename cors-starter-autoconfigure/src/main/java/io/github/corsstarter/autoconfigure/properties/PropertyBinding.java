package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.rules.Finding;

import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Everything below {@code cors}, bound, with the place of each value and with what was
 * found on the way.
 */
public final class PropertyBinding {

	private final CorsProperties properties;

	private final PropertyLocations locations;

	private final LocatedFindings findings;

	private PropertyBinding(CorsProperties properties, PropertyLocations locations, LocatedFindings findings) {
		this.properties = properties;
		this.locations = locations;
		this.findings = findings;
	}

	/**
	 * Binds what is written now.
	 * @param environment holds the configuration
	 * @return what is bound
	 */
	public static PropertyBinding of(Environment environment) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			sources.add(source);
		}
		LocatedFindings findings = new LocatedFindings(sources);
		PropertyScan scan = new PropertyScan(findings);
		scan.scan(sources);
		PropertyBinder binder = new PropertyBinder(sources, new PropertySourcesPlaceholdersResolver(environment),
				findings);
		return new PropertyBinding(binder.bind(scan), binder.locations(), findings);
	}

	/**
	 * Returns the properties.
	 * @return all values; what could not be bound counts as not written
	 */
	public CorsProperties properties() {
		return this.properties;
	}

	/**
	 * Returns the places.
	 * @return where the values stand
	 */
	public PropertyLocations locations() {
		return this.locations;
	}

	/**
	 * Puts what was found about policies beside what was found while they were bound.
	 * @param compiled findings that know a policy's keys only
	 * @return all findings with property and place: what an application starts from
	 * before what overrides it, and each file from top to bottom
	 */
	public List<Finding> locate(List<Finding> compiled) {
		return this.findings.with(compiled, this.locations);
	}

}
