package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.PropertySlice;
import io.github.corsstarter.autoconfigure.properties.source.WrittenPolicy;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Goes once through the names of all properties below {@code cors}: sorts them by policy,
 * and reports keys that nothing is bound to. Environment variables are not reported, as
 * they may be meant for someone else.
 */
final class PropertyScan {

	private final LocatedFindings findings;

	private final Map<String, WrittenPolicy> policies = new LinkedHashMap<>();

	private final Map<ConfigurationPropertySource, List<ConfigurationPropertyName>> others = new LinkedHashMap<>();

	private final Set<String> reported = new HashSet<>();

	PropertyScan(LocatedFindings findings) {
		this.findings = findings;
	}

	void scan(List<ConfigurationPropertySource> sources) {
		for (ConfigurationPropertySource source : sources) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean environment = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				// What is reported in one source may be reported in the next one, too.
				this.reported.clear();
				for (ConfigurationPropertyName name : environment ? named(iterable) : wellPlaced(iterable)) {
					visit(source, name, environment);
				}
			}
		}
		new SplitVariables(this.policies, this.findings).check();
	}

	private static List<ConfigurationPropertyName> named(IterableConfigurationPropertySource source) {
		List<ConfigurationPropertyName> names = new ArrayList<>();
		for (ConfigurationPropertyName name : source) {
			if (PropertyNames.CORS.isAncestorOf(name)) {
				names.add(name);
			}
		}
		return names;
	}

	private List<ConfigurationPropertyName> wellPlaced(IterableConfigurationPropertySource source) {
		List<ConfigurationPropertyName> names = named(source);
		PathNames paths = PathNames.of(source);
		paths.report(source, this.findings);
		names.removeIf(paths::isLostIn);
		MisplacedKeys misplaced = MisplacedKeys.of(source, names);
		misplaced.report(this.findings);
		names.removeIf(misplaced::contains);
		return names;
	}

	/**
	 * Returns the policies, none of them twice.
	 */
	Collection<WrittenPolicy> policies() {
		return this.policies.values();
	}

	/**
	 * Returns what a source has that is no policy's.
	 * @return the properties, or {@code null} where there are none
	 */
	@Nullable PropertySlice slice(ConfigurationPropertySource source) {
		List<ConfigurationPropertyName> names = this.others.get(source);
		return (names != null) ? new PropertySlice(source, names, PropertyNames.CORS, PropertyNames.CORS) : null;
	}

	private void visit(ConfigurationPropertySource source, ConfigurationPropertyName name, boolean environment) {
		if (PropertyNames.POLICIES.isAncestorOf(name) && !name.isNumericIndex(PropertyNames.POLICY_DEPTH - 1)) {
			visitPolicy(source, name, environment);
			return;
		}
		this.others.computeIfAbsent(source, (key) -> new ArrayList<>()).add(name);
		if (environment) {
			return;
		}
		if (PropertyNames.POLICIES.isAncestorOf(name)) {
			report(source, name, name.chop(PropertyNames.POLICY_DEPTH), Rule.INVALID_VALUE,
					"is an entry of a list; policies are a map, so that profiles can override one key of one policy",
					"Give the policy a name, as \"cors.policies.storefront.paths\".");
		}
		else {
			KnownProperties section = (name.getNumberOfElements() > 2)
					? KnownProperties.SECTIONS.get(name.getElement(1, Form.UNIFORM)) : null;
			check(source, name, (section != null) ? 2 : 1, (section != null) ? section : KnownProperties.TOP);
		}
	}

	private void visitPolicy(ConfigurationPropertySource source, ConfigurationPropertyName name, boolean environment) {
		String spelling = name.getElement(PropertyNames.POLICY_DEPTH - 1, Form.ORIGINAL);
		String first = this.policies
			.computeIfAbsent(Codes.uniform(spelling), (key) -> new WrittenPolicy(name.chop(PropertyNames.POLICY_DEPTH)))
			.add(source, name, environment);
		if (environment) {
			return;
		}
		if (!first.equals(spelling)) {
			report(source, name, name.chop(PropertyNames.POLICY_DEPTH), Rule.DUPLICATE_POLICY,
					"is the same name as \"" + first + "\" in the same file: names are compared without case, - and _",
					"Put all keys of the policy under one of the two, or rename one.");
		}
		if (name.getNumberOfElements() > PropertyNames.POLICY_DEPTH) {
			check(source, name, PropertyNames.POLICY_DEPTH, KnownProperties.POLICY);
		}
	}

	private void check(ConfigurationPropertySource source, ConfigurationPropertyName name, int depth,
			KnownProperties known) {
		KnownProperties.Key key = known.find(name.getElement(depth, Form.ORIGINAL));
		ConfigurationPropertyName property = name.chop(depth + 1);
		int below = name.getNumberOfElements() - depth - 1;
		if (key == null) {
			UnknownProperty unknown = UnknownProperty.of(property, known);
			report(source, name, property, Rule.UNKNOWN_PROPERTY, unknown.message(), unknown.advice());
			if (unknown.meant() != null) {
				this.findings.meant(property, unknown.meant());
			}
		}
		else if (key.shape() == KnownProperties.Shape.SCALAR && below > 0) {
			report(source, name, property, Rule.INVALID_VALUE, "has something below it, but takes one value",
					"Write one value behind the colon.");
		}
		else if (key.shape() == KnownProperties.Shape.LIST && below > 0
				&& (below > 1 || !name.isLastElementIndexed())) {
			report(source, name, property, Rule.INVALID_VALUE, "has keys below it, but takes a list",
					"Write a list, as \"" + key.name() + ": [one, two]\".");
			this.findings.unreadable(property, key.name());
		}
	}

	private void report(ConfigurationPropertySource source, ConfigurationPropertyName name,
			ConfigurationPropertyName property, Rule rule, String message, String advice) {
		if (this.reported.add(PropertyNames.written(property))) {
			this.findings.add(rule, property, source.getConfigurationProperty(name), message, advice);
		}
	}

}
