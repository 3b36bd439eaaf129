package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.CorsPolicySpec;
import io.github.corsstarter.CorsSettings;
import io.github.corsstarter.Finding;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Reads the policies out of the environment and compiles them: the one way in which
 * {@code cors.*} is read, at the start and later on.
 */
public final class CorsPolicyLoader {

	private final Environment environment;

	private volatile @Nullable LoadedCorsPolicies current;

	CorsPolicyLoader(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Loads the policies that are written now.
	 * @return the policies, none where {@code cors.enabled} is {@code false}, with the
	 * warnings about them
	 * @throws InvalidCorsPolicyException with everything that is wrong, each with the
	 * place where it stands; also with warnings where {@code cors.fail-on} says so
	 */
	public LoadedCorsPolicies load() {
		LoadedCorsPolicies loaded = read();
		this.current = loaded;
		return loaded;
	}

	/**
	 * Returns what was loaded last without an error.
	 * @return the policies that are in force, if whoever loads them puts them in force
	 */
	public LoadedCorsPolicies current() {
		LoadedCorsPolicies current = this.current;
		return (current != null) ? current : load();
	}

	private LoadedCorsPolicies read() {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		ConfigurationPropertySources.get(this.environment).forEach(sources::add);
		LocatedFindings findings = new LocatedFindings();
		PropertyScan scan = new PropertyScan(findings);
		scan.scan(sources);
		PropertyLocations locations = new PropertyLocations(sources, scan);
		CorsProperties properties = new PropertyBinding(this.environment, sources, findings, locations).bind(scan);
		CorsSettings settings = settings(properties);
		if (!properties.enabled()) {
			return new LoadedCorsPolicies(CorsPolicySet.compile(List.of(), settings), properties, locations);
		}
		CorsPolicySet policies = CorsPolicySet.compile(specs(properties), settings);
		findings.addAll(policies.findings(), locations);
		List<Finding> sorted = findings.sorted(locations);
		failOn(properties.failOn(), sorted);
		return new LoadedCorsPolicies(policies.withFindings(sorted), properties, locations);
	}

	private static CorsSettings settings(CorsProperties properties) {
		return new CorsSettings(properties.preflightStatus(), properties.debug(), true, (domain) -> false);
	}

	private static List<CorsPolicySpec> specs(CorsProperties properties) {
		CorsPolicySpec defaults = properties.defaults().toSpec();
		return properties.policies()
			.entrySet()
			.stream()
			.map((policy) -> policy.getValue().toSpec(policy.getKey()).withDefaults(defaults))
			.toList();
	}

	private static void failOn(Severity severity, List<Finding> findings) {
		List<Finding> failures = findings.stream()
			.filter((finding) -> finding.severity().compareTo(severity) <= 0)
			.toList();
		if (!failures.isEmpty()) {
			throw new InvalidCorsPolicyException(failures);
		}
	}

}
