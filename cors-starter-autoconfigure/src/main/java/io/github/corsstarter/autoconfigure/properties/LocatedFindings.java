package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.autoconfigure.properties.source.Placeholder;
import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.PropertyPlaces;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.text.Codes;
import io.github.corsstarter.text.Listing;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Takes what is found by scanning, binding and compiling into one list, and puts to each
 * where it stands.
 */
final class LocatedFindings {

	private final List<ConfigurationPropertySource> sources;

	private final List<Entry> entries = new ArrayList<>();

	private final Set<String> meant = new HashSet<>();

	private final Set<String> unreadable = new HashSet<>();

	LocatedFindings(List<ConfigurationPropertySource> sources) {
		this.sources = sources;
	}

	/**
	 * Finds the property of a name, for failures of which the binder tells no property.
	 */
	@Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
		return this.sources.stream()
			.map((source) -> source.getConfigurationProperty(name))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Takes a finding about a property.
	 * @param name the property's name
	 * @param property the property that shows where it stands, or {@code null}
	 */
	void add(Rule rule, ConfigurationPropertyName name, @Nullable ConfigurationProperty property, String message,
			String advice) {
		String value = (property != null && property.getName().equals(name)) ? String.valueOf(property.getValue()) : "";
		this.entries.add(new Entry(new Finding(rule, policy(name), PropertyNames.key(name), PropertyNames.written(name),
				value, PropertyPlaces.describe(property), message, advice), property));
	}

	/**
	 * Notes the key that was most likely meant by an unknown one. That it is missing is
	 * not reported, too.
	 */
	void meant(ConfigurationPropertyName property, String key) {
		this.meant.add(Codes.uniform(policy(property)) + "." + key);
	}

	/**
	 * Notes a key whose value cannot be read. What is wrong with what the core takes in
	 * its place is not reported, too.
	 */
	void unreadable(ConfigurationPropertyName property, String key) {
		this.unreadable.add(Codes.uniform(policy(property)) + "." + key);
		if (key.equals("mode")) {
			// It may be the mode that needs no origins.
			meant(property, "allowed-origins");
		}
	}

	/**
	 * Adds what the core found, which knows a policy's keys only. What comes from the
	 * defaults is one finding, however many policies take it over.
	 * @return all findings: what an application starts from before what overrides it, and
	 * each file from top to bottom
	 */
	List<Finding> with(List<Finding> compiled, PropertyLocations locations) {
		List<Entry> all = new ArrayList<>(this.entries);
		Map<Finding, List<String>> inherited = new HashMap<>();
		for (Finding finding : compiled) {
			if (isConsequence(finding)) {
				continue;
			}
			PropertyLocations.Location location = locations.locate(finding.policy(), finding.key());
			Finding located = asWritten(placed(finding, location.property()), location.property()).at(location.name(),
					location.place());
			if (!location.inherited()) {
				all.add(new Entry(located, location.property()));
				continue;
			}
			Finding shared = located.of("");
			inherited.computeIfAbsent(shared, (key) -> {
				all.add(new Entry(shared, location.property()));
				return new ArrayList<>();
			}).add(finding.policy());
		}
		if (all.isEmpty()) {
			return List.of();
		}
		return all.stream()
			.sorted(Comparator.<Entry>comparingInt((entry) -> -rank(entry.property))
				.thenComparingLong((entry) -> PropertyPlaces.position(entry.property)))
			.map((entry) -> withPolicies(entry.finding, inherited.getOrDefault(entry.finding, List.of())))
			.toList();
	}

	/**
	 * Returns where a source stands: high for what an application starts from, low for
	 * what overrides it.
	 */
	private int rank(@Nullable ConfigurationProperty property) {
		return (property != null) ? this.sources.indexOf(property.getSource()) : -1;
	}

	/**
	 * Returns a finding about a missing list as one about the placeholder that it was to
	 * come out of, if there is one.
	 */
	private static Finding placed(Finding finding, @Nullable ConfigurationProperty property) {
		if (property == null || !isMissing(finding)
				|| !PropertyNames.lastKey(property.getName()).equals(finding.key().name())) {
			return finding;
		}
		Placeholder placeholder = Placeholder.in(property.getValue());
		return (placeholder == null) ? finding
				: new Finding(Rule.UNRESOLVED_PLACEHOLDER, finding.policy(), finding.key(), finding.property(),
						String.valueOf(property.getValue()), finding.source(), placeholder.resolvedToNothing(),
						placeholder.advice());
	}

	/**
	 * Returns a finding with the text of the property, as "2d", where the core has a
	 * value that was made of it.
	 */
	private static Finding asWritten(Finding finding, @Nullable ConfigurationProperty property) {
		KnownProperties.Key key = KnownProperties.POLICY.find(finding.key().name());
		if (key == null || key.shape() != KnownProperties.Shape.SCALAR || property == null) {
			return finding;
		}
		return finding.saying(String.valueOf(property.getValue()), finding.message());
	}

	private boolean isConsequence(Finding finding) {
		String key = "." + finding.key();
		String policyKey = Codes.uniform(finding.policy()) + key;
		return this.unreadable.contains(policyKey)
				|| (isMissing(finding) && (this.meant.contains(policyKey) || this.meant.contains(key)));
	}

	private static boolean isMissing(Finding finding) {
		return finding.rule() == Rule.NO_ORIGINS || finding.rule() == Rule.NO_PATHS
				|| finding.rule() == Rule.NO_METHODS;
	}

	private static Finding withPolicies(Finding finding, List<String> policies) {
		if (policies.isEmpty()) {
			return finding;
		}
		return finding.saying(finding.value(), finding.message() + " (taken over by " + Listing.of(policies) + ")");
	}

	private static String policy(ConfigurationPropertyName name) {
		return PropertyNames.POLICIES.isAncestorOf(name)
				? name.getElement(PropertyNames.POLICY_DEPTH - 1, Form.ORIGINAL) : "";
	}

	private record Entry(Finding finding, @Nullable ConfigurationProperty property) {
	}

}
