package io.github.corsstarter.autoconfigure.properties;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.PolicyName;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Paths that stand where the name of a policy belongs. Unless they are in brackets, Boot
 * takes away what no name of a property has: of {@code /api/**} it leaves {@code api}.
 */
final class PathNames {

	private static final String POLICIES = PropertyNames.POLICIES + ".";

	// The name of the first property below each path.
	private final Map<String, ConfigurationPropertyName> paths = new LinkedHashMap<>();

	private final Set<ConfigurationPropertyName> lost = new HashSet<>();

	/**
	 * Finds the paths of a source.
	 */
	static PathNames of(ConfigurationPropertySource source) {
		PathNames names = new PathNames();
		if (source.getUnderlyingSource() instanceof EnumerablePropertySource<?> properties) {
			for (String property : properties.getPropertyNames()) {
				if (property.startsWith("/", POLICIES.length()) && property.startsWith(POLICIES)) {
					names.add(property);
				}
			}
		}
		return names;
	}

	private void add(String property) {
		int end = property.lastIndexOf('.');
		String path = property.substring(POLICIES.length(), Math.max(end, POLICIES.length()));
		ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
		this.paths.putIfAbsent(path, name);
		if (path.indexOf('.') >= 0 || path.chars().noneMatch(Character::isLetterOrDigit)) {
			this.lost.add(name);
		}
	}

	/**
	 * Whether a property's name has lost the path that stood in it: nothing is left of
	 * <code>/**</code>, and Boot takes a dot for the end of the name.
	 */
	boolean isLostIn(ConfigurationPropertyName name) {
		return this.lost.contains(name);
	}

	void report(ConfigurationPropertySource source, LocatedFindings findings) {
		for (Map.Entry<String, ConfigurationPropertyName> entry : this.paths.entrySet()) {
			String path = entry.getKey();
			Finding finding = PolicyName.invalid("", path);
			findings.add(finding.rule(),
					PropertyNames.POLICIES.append("[" + path.replace("[", "").replace("]", "") + "]"),
					source.getConfigurationProperty(entry.getValue()), finding.message(), finding.advice());
		}
	}

}
