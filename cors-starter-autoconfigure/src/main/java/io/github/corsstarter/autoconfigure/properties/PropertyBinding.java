package io.github.corsstarter.autoconfigure.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.autoconfigure.properties.CorsProperties.Policy;
import io.github.corsstarter.rules.Rule;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Makes {@link CorsProperties} of all sources. What cannot be made into a value is
 * reported and counts as not written.
 */
public final class PropertyBinding {

	private static final int MAX_CAPACITY = 100_000;

	private static final Policy EMPTY = new Policy(null, null, null, null, null, null, null, null, null, null, null);

	private final List<ConfigurationPropertySource> sources;

	private final PropertySourcesPlaceholdersResolver placeholders;

	private final LocatedFindings findings;

	private final PropertyLocations locations;

	private final BindHandler handler;

	public PropertyBinding(Environment environment, List<ConfigurationPropertySource> sources, LocatedFindings findings,
			PropertyLocations locations) {
		this.sources = sources;
		this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
		this.findings = findings;
		this.locations = locations;
		this.handler = new CollectingBindHandler(findings, locations);
	}

	public CorsProperties bind(PropertyScan scan) {
		CorsProperties properties = binder(scan::others).bindOrCreate("cors", Bindable.of(CorsProperties.class),
				this.handler);
		Map<String, Policy> policies = new LinkedHashMap<>();
		for (WrittenPolicy policy : scan.policies()) {
			policies.put(policy.name(), bind(policy));
		}
		int status = properties.preflightStatus();
		if (status < 200 || status > 299) {
			status = 204;
			report("preflight-status", "is no status from 200 to 299, and browsers take no other for a grant",
					"Write 204, or 200 for the sake of very old clients.");
		}
		return new CorsProperties(properties.enabled(), status, properties.debug(), properties.filterOrder(),
				properties.failOn(), check(properties.refusals()), check(properties.lab()), properties.defaults(),
				policies);
	}

	private CorsProperties.Lab check(CorsProperties.Lab lab) {
		if (isLabPath(lab.path())) {
			return lab;
		}
		report("lab.path", "is no path of letters, digits, dots and dashes",
				"Write a path as \"" + CorsProperties.Lab.DEFAULT_PATH + "\", without a slash at the end.");
		return new CorsProperties.Lab(lab.enabled(), CorsProperties.Lab.DEFAULT_PATH, lab.allowRemote());
	}

	/**
	 * Whether every spelling of a path that is the same to a server is the same text.
	 */
	private static boolean isLabPath(String path) {
		boolean start = true;
		for (int i = 1; i < path.length(); i++) {
			char c = path.charAt(i);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_';
			if (!plain && (start || (c != '/' && c != '.'))) {
				return false;
			}
			start = c == '/';
		}
		return path.startsWith("/") && !start;
	}

	private CorsProperties.Refusals check(CorsProperties.Refusals refusals) {
		int capacity = Math.max(1, Math.min(refusals.capacity(), MAX_CAPACITY));
		if (refusals.capacity() < 1) {
			report("refusals.capacity", "is less than 1",
					"Write how many refusals to keep, or set cors.refusals.enabled to false to keep none.");
		}
		if (refusals.capacity() > MAX_CAPACITY) {
			report("refusals.capacity", "is more than " + MAX_CAPACITY,
					"Write a number that memory has room for; a refusal takes up to a kilobyte.");
		}
		return new CorsProperties.Refusals(refusals.enabled(), capacity);
	}

	private Policy bind(WrittenPolicy written) {
		Binder binder = binder(written::names);
		Policy policy = EMPTY;
		for (ConfigurationPropertyName section : written.sections()) {
			policy = policy.or(binder.bind(section, Bindable.of(Policy.class), this.handler).orElse(EMPTY));
		}
		return policy;
	}

	private Binder binder(Function<ConfigurationPropertySource, List<ConfigurationPropertyName>> names) {
		List<ConfigurationPropertySource> slices = this.sources.stream()
			.map((source) -> (source instanceof IterableConfigurationPropertySource)
					? new PropertySlice(source, names.apply(source)) : source)
			.toList();
		return new Binder(slices, this.placeholders);
	}

	private void report(String key, String message, String advice) {
		ConfigurationPropertyName name = PropertyNames.CORS.append(key);
		this.findings.add(Rule.INVALID_VALUE, name, this.locations.find(name), message, advice);
	}

}
