package io.github.corsstarter.scan.origins;

import java.util.List;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.Origins;

/**
 * An origin that a policy allows: one that it names, or a made up member of a wildcard.
 *
 * @param origin the origin
 * @param entry the entry of the policy that allows it
 */
public record AllowedOrigin(String origin, String entry) {

	private static final String PORT = "8443";

	static AllowedOrigin of(String entry, String token) {
		if (entry.equals(OriginPattern.ANY)) {
			return new AllowedOrigin("https://" + token + ".test", entry);
		}
		if (entry.equals(Origins.OPAQUE)) {
			return new AllowedOrigin(entry, entry);
		}
		OriginPattern pattern = OriginPattern.parse(entry);
		String port = pattern.port().equals("*") ? PORT : pattern.port();
		String host = pattern.host().replace("*", token);
		return new AllowedOrigin(pattern.scheme() + "://" + host + (port.isEmpty() ? "" : ":" + port), entry);
	}

	public static List<AllowedOrigin> allOf(List<String> entries, String token) {
		return entries.stream().map((entry) -> of(entry, token)).toList();
	}

	public boolean hasLookalikes() {
		return !this.entry.equals(OriginPattern.ANY) && !this.origin.equals(Origins.OPAQUE);
	}

	public void addLookalikes(Lookalikes lookalikes) {
		lookalikes.around(this.origin, this.entry);
		OriginPattern pattern = OriginPattern.parse(this.entry);
		String base = pattern.wildcardBase();
		if (!base.isEmpty()) {
			boolean wholeLabel = pattern.host().startsWith("*.");
			lookalikes.aroundWildcard(this.origin, base, wholeLabel, this.entry);
		}
	}

}
