package io.github.corsstarter.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * What a policy grants.
 *
 * @param origins the origins
 * @param entries the origins one by one
 * @param texts the origins as the policy lists them
 * @param methods the methods
 * @param headers the request headers
 * @param exposed the response headers that pages may read, without those that every page
 * may read
 * @param credentials whether credentials may be used
 */
record Granted(OriginSet origins, List<OriginEntry> entries, Set<String> texts, Names methods, Names headers,
		Names exposed, boolean credentials) {

	static final Granted NOTHING = new Granted(OriginSet.of(List.of(), false), List.of(), Set.of(), Names.NONE,
			Names.NONE, Names.NONE, false);

	static Granted by(CorsPolicy policy) {
		ResolvedPolicy resolved = policy.resolved();
		OriginSet origins = policy.compiled().origins();
		List<OriginEntry> entries = OriginEntry.of(origins);
		List<String> exposed = resolved.exposedHeaders()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter((name) -> !HeaderNames.isSafelistedResponseHeader(name))
			.toList();
		return new Granted(origins, entries, entries.stream().map(OriginEntry::text).collect(Collectors.toSet()),
				new Names(resolved.allowedMethods(), "GET", "PURGE"),
				new Names(resolved.allowedHeaders(), "x-any", "x-other"), new Names(exposed, "x-any", "x-other"),
				resolved.allowCredentials());
	}

	/**
	 * Whether the policy lists an entry word for word.
	 */
	boolean lists(OriginEntry entry) {
		return this.texts.contains(entry.text());
	}

}
