package io.github.corsstarter.autoconfigure.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.autoconfigure.properties.CorsProperties.Policy;
import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.autoconfigure.properties.source.PropertySlice;
import io.github.corsstarter.autoconfigure.properties.source.WrittenPolicy;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * Makes {@link CorsProperties} of what is written. What cannot be made into a value is
 * reported and counts as not written.
 */
final class PropertyBinder {

	private static final int MAX_CAPACITY = 100_000;

	private final List<ConfigurationPropertySource> sources;

	private final PlaceholdersResolver placeholders;

	private final List<ConfigurationPropertySource> seen = new ArrayList<>();

	// One for all: it keeps what it has learnt of the types that it binds.
	private final Binder binder;

	private final LocatedFindings findings;

	private final BoundSection top = new BoundSection(PropertyNames.CORS, null);

	private final PropertyLocations locations = new PropertyLocations(this.top);

	PropertyBinder(List<ConfigurationPropertySource> sources, PlaceholdersResolver placeholders,
			LocatedFindings findings) {
		this.sources = sources;
		this.placeholders = placeholders;
		this.binder = new Binder(this.seen, placeholders);
		this.findings = findings;
	}

	PropertyLocations locations() {
		return this.locations;
	}

	CorsProperties bind(PropertyScan scan) {
		CorsProperties properties = seeing(scan::slice).bindOrCreate("cors", Bindable.of(CorsProperties.class),
				new SectionBindHandler(this.top, this.placeholders, this.findings));
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

	private Policy bind(WrittenPolicy written) {
		BoundSection section = new BoundSection(written.section(), written.declaration());
		this.locations.add(written.name(), section);
		Policy policy = seeing(written::slice)
			.bind(written.section(), Bindable.of(Policy.class),
					new SectionBindHandler(section, this.placeholders, this.findings))
			.orElse(null);
		if (policy != null) {
			return policy;
		}
		this.seen.clear();
		return this.binder.bindOrCreate("none", Bindable.of(Policy.class));
	}

	/**
	 * Returns the binder, which sees a part of each source until the next call.
	 */
	private Binder seeing(Function<ConfigurationPropertySource, @Nullable PropertySlice> slices) {
		this.seen.clear();
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationPropertySource slice = (source instanceof IterableConfigurationPropertySource)
					? slices.apply(source) : source;
			if (slice != null) {
				this.seen.add(slice);
			}
		}
		return this.binder;
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

	private void report(String key, String message, String advice) {
		this.findings.add(Rule.INVALID_VALUE, PropertyNames.CORS.append(key), this.top.find(PolicyKey.of(key)), message,
				advice);
	}

}
