package io.github.corsstarter.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.diff.CorsDifference.Change;
import io.github.corsstarter.diff.CorsDifference.Example;
import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one version grants and the other does not.
 */
final class Gains {

	private final PropertyLocator less;

	private final PropertyLocator more;

	private final boolean widening;

	private final Set<Region> regions = new HashSet<>();

	private final Map<CorsPolicy, Granted> granted = new HashMap<>();

	private final Map<Object, CorsDifference> differences = new LinkedHashMap<>();

	/**
	 * Creates a collection.
	 * @param less tells where the version is written that grants less
	 * @param more tells where the version is written that grants more
	 * @param widening whether the latter is the new one
	 */
	Gains(PropertyLocator less, PropertyLocator more, boolean widening) {
		this.less = less;
		this.more = more;
		this.widening = widening;
	}

	List<CorsDifference> all() {
		return List.copyOf(this.differences.values());
	}

	/**
	 * Compares a region of paths.
	 * @param path a path of it
	 * @param narrow who decides in the version that grants less
	 * @param wide who decides in the version that grants more
	 */
	void add(String path, Governed narrow, Governed wide) {
		CorsPolicy policy = wide.policy();
		if (policy == null || !wide.grants() || !this.regions.add(new Region(narrow, wide))) {
			return;
		}
		Granted granted = granted(wide);
		Granted before = granted(narrow);
		Entries entries = new Entries(this, path, narrow, wide.pattern(), policy, granted.credentials());
		List<OriginEntry> origins = granted.entries();
		for (OriginEntry origin : origins) {
			String outside = origin.outside(before);
			if (outside != null) {
				entries.add(Change.ORIGIN, origin.text(), null, outside, granted.methods().example(), List.of());
			}
		}
		for (OriginEntry origin : origins) {
			String inside = origin.inside(before);
			if (inside != null) {
				compare(origin.text(), inside, before, granted, entries);
			}
		}
	}

	private Granted granted(Governed governed) {
		CorsPolicy policy = governed.policy();
		return (policy != null && governed.grants()) ? this.granted.computeIfAbsent(policy, Granted::by)
				: Granted.NOTHING;
	}

	/**
	 * Compares what an origin may do that both versions allow.
	 */
	private static void compare(String origin, String sample, Granted before, Granted granted, Entries entries) {
		granted.methods()
			.notIn(before.methods())
			.forEach((method, example) -> entries.add(Change.METHOD, origin, method, sample, example, List.of()));
		String common = granted.methods().common(before.methods());
		if (common == null) {
			return;
		}
		granted.headers()
			.notIn(before.headers())
			.forEach((header, example) -> entries.add(Change.HEADER, origin, header, sample, common, List.of(example)));
		granted.exposed()
			.notIn(before.exposed())
			.forEach(
					(header, example) -> entries.add(Change.EXPOSED_HEADER, origin, header, sample, common, List.of()));
		if (granted.credentials() && !before.credentials()) {
			entries.add(Change.CREDENTIALS, origin, null, sample, common, List.of());
		}
	}

	private static String key(Change change) {
		return switch (change) {
			case ORIGIN -> "allowed-origins";
			case METHOD -> "allowed-methods";
			case HEADER -> "allowed-headers";
			case EXPOSED_HEADER -> "exposed-headers";
			case CREDENTIALS -> "allow-credentials";
		};
	}

	/**
	 * Paths about which the same patterns decide.
	 */
	private record Region(Governed narrow, Governed wide) {
	}

	/**
	 * Makes the differences of a region.
	 */
	private record Entries(Gains gains, String path, Governed narrow, String pattern, CorsPolicy policy,
			boolean credentials) {

		private void add(Change change, String origin, @Nullable String value, String sample, String method,
				List<String> headers) {
			CorsPolicy other = this.narrow.policy();
			String narrowSource = (other != null) ? this.gains.less.locate(other.name(), key(change)) : null;
			String wideSource = this.gains.more.locate(this.policy.name(), key(change));
			boolean lost = other == null && !this.gains.widening;
			CorsDifference difference = new CorsDifference(this.policy.name(), this.pattern, origin,
					(change == Change.METHOD) ? value : null, (change == Change.HEADER) ? value : null,
					(change == Change.EXPOSED_HEADER) ? value : null, this.credentials, change, lost ? true : null,
					this.gains.widening ? narrowSource : wideSource, this.gains.widening ? wideSource : narrowSource,
					new Example(this.path, sample, method, headers, change == Change.CREDENTIALS));
			// The same words for two regions are one difference.
			this.gains.differences.putIfAbsent(
					List.of(this.policy.name(), this.pattern, change, origin, String.valueOf(value), lost), difference);
		}

	}

}
