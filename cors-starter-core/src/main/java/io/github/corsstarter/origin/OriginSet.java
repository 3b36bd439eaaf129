package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The origins that a policy allows, asked with the header's value as it came. Listed
 * origins are found whole in a hash table, wildcards by the part behind them, hashed once
 * from right to left; so the time does not depend on how many there are. A value longer
 * than anything that can match is dismissed before it is read, which is what bounds
 * hostile ones.
 */
public final class OriginSet {

	private final boolean any;

	private final List<OriginPattern> patterns;

	private final boolean opaque;

	private final Set<String> exact = new HashSet<>();

	private final OriginPartSet exactWithAnyPort = new OriginPartSet();

	private final WildcardTable wildcards;

	private final WildcardTable wildcardsWithAnyPort;

	private final int maxLength;

	private OriginSet(boolean any, List<OriginPattern> patterns, boolean opaque) {
		this.any = any;
		this.patterns = List.copyOf(patterns);
		this.opaque = opaque;
		List<String> wildcards = new ArrayList<>();
		List<String> wildcardsWithAnyPort = new ArrayList<>();
		int longest = 0;
		for (OriginPattern pattern : patterns) {
			boolean open = pattern.isWildcard() || pattern.anyPort();
			longest = Math.max(longest, open ? Origins.MAX_LENGTH : pattern.comparable().length());
			if (pattern.isWildcard()) {
				(pattern.anyPort() ? wildcardsWithAnyPort : wildcards).add(pattern.comparable());
			}
			else {
				addExact(pattern);
			}
		}
		if (opaque) {
			this.exact.add(Origins.OPAQUE);
		}
		this.maxLength = Math.max(longest, Origins.OPAQUE.length());
		this.wildcards = new WildcardTable(wildcards);
		this.wildcardsWithAnyPort = new WildcardTable(wildcardsWithAnyPort);
	}

	private void addExact(OriginPattern pattern) {
		if (pattern.anyPort()) {
			this.exactWithAnyPort.add(pattern.comparable() + '*');
		}
		else {
			this.exact.add(pattern.comparable());
		}
	}

	/**
	 * Creates the set of every origin.
	 * @return a set for policies that allow {@code *}
	 */
	public static OriginSet any() {
		return new OriginSet(true, List.of(), false);
	}

	/**
	 * Creates a set of origins.
	 * @param patterns the listed origins
	 * @param opaque whether the opaque origin, {@code null}, is listed, too
	 * @return the set
	 */
	public static OriginSet of(List<OriginPattern> patterns, boolean opaque) {
		return new OriginSet(false, patterns, opaque);
	}

	/**
	 * Whether every origin is in the set, so that nothing of the origin is looked at.
	 * @return {@code true} for {@link #any()} only
	 */
	public boolean isAny() {
		return this.any;
	}

	/**
	 * Whether the opaque origin, {@code null}, is listed.
	 * @return {@code false} for {@link #any()}, which holds it without listing it
	 */
	public boolean isOpaque() {
		return this.opaque;
	}

	/**
	 * Returns the listed origins.
	 * @return the patterns in the order in which they were listed, without {@code null};
	 * none for {@link #any()}
	 */
	public List<OriginPattern> patterns() {
		return this.patterns;
	}

	/**
	 * Whether the origin is in the set.
	 * @param origin the value of an {@code Origin} header, as it came
	 * @return whether it is; a value that is no serialized origin is in no set but
	 * {@link #any()}
	 */
	public boolean contains(String origin) {
		if (this.any) {
			return true;
		}
		if (origin.length() > this.maxLength) {
			return false;
		}
		if (this.exact.contains(origin) || this.wildcards.matches(origin, origin.length())) {
			return true;
		}
		return hasAnyPort() && containsWithAnyPort(origin);
	}

	private boolean hasAnyPort() {
		return !this.exactWithAnyPort.isEmpty() || !this.wildcardsWithAnyPort.isEmpty();
	}

	private boolean containsWithAnyPort(String origin) {
		int hostEnd = Origins.hostEnd(origin);
		int schemeEnd = origin.indexOf("://");
		if (schemeEnd < 0 || !Origins.isPortSuffix(origin, schemeEnd, hostEnd)) {
			return false;
		}
		return this.exactWithAnyPort.contains(origin, hostEnd, hostEnd, hostEnd)
				|| this.wildcardsWithAnyPort.matches(origin, hostEnd);
	}

}
