package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Origins with a wildcard in the host, each kept as what stands before its {@code *} and
 * what stands behind. One walk over the origin from its end hashes every possible rest;
 * only at the dots, where a rest of a listed pattern can start, is the table asked.
 * {@code java.util}'s maps would want a copy of every rest.
 */
final class WildcardTable {

	private final @Nullable Entry[] table;

	private final List<String> schemesWithAnyHost = new ArrayList<>();

	private final int longestRest;

	private final boolean empty;

	WildcardTable(Collection<String> patterns) {
		this.empty = patterns.isEmpty();
		// At most a quarter full: probes stay short.
		this.table = new Entry[Integer.highestOneBit(Math.max(1, patterns.size())) * 8];
		int longest = 0;
		for (String pattern : patterns) {
			longest = Math.max(longest, add(pattern));
		}
		this.longestRest = longest;
	}

	private int add(String pattern) {
		int star = pattern.indexOf('*');
		int restStart = pattern.indexOf('.', star);
		if (restStart < 0) {
			this.schemesWithAnyHost.add(pattern.substring(0, star));
			return 0;
		}
		String rest = pattern.substring(restStart);
		int slot = hash(rest) & (this.table.length - 1);
		while (this.table[slot] != null && !this.table[slot].rest.equals(rest)) {
			slot = (slot + 1) & (this.table.length - 1);
		}
		Entry entry = this.table[slot];
		if (entry == null) {
			entry = new Entry(rest);
			this.table[slot] = entry;
		}
		entry.add(pattern.substring(0, star), pattern.substring(star + 1, restStart));
		return rest.length();
	}

	boolean isEmpty() {
		return this.empty;
	}

	/**
	 * Whether a pattern matches the origin up to the given end.
	 */
	boolean matches(String origin, int end) {
		if (this.empty) {
			return false;
		}
		int hostStart = origin.indexOf("://") + 3;
		if (hostStart < 3) {
			return false;
		}
		if (matchesAnyHost(origin, hostStart, end)) {
			return true;
		}
		int hash = 0;
		int from = Math.max(hostStart, end - this.longestRest);
		for (int i = end - 1; i >= from; i--) {
			hash = 31 * hash + origin.charAt(i);
			if (origin.charAt(i) == '.' && matchesAt(origin, hostStart, i, end, hash)) {
				return true;
			}
		}
		return false;
	}

	private boolean matchesAt(String origin, int hostStart, int dot, int end, int hash) {
		int slot = hash & (this.table.length - 1);
		Entry entry = this.table[slot];
		while (entry != null) {
			if (entry.rest.length() == end - dot && origin.startsWith(entry.rest, dot)) {
				return entry.matches(origin, hostStart, dot);
			}
			slot = (slot + 1) & (this.table.length - 1);
			entry = this.table[slot];
		}
		return false;
	}

	private boolean matchesAnyHost(String origin, int hostStart, int end) {
		for (int i = 0; i < this.schemesWithAnyHost.size(); i++) {
			String scheme = this.schemesWithAnyHost.get(i);
			if (scheme.length() == hostStart && origin.startsWith(scheme)) {
				return Hosts.isHost(origin, hostStart, end);
			}
		}
		return false;
	}

	private static int hash(String rest) {
		int hash = 0;
		for (int i = rest.length() - 1; i >= 0; i--) {
			hash = 31 * hash + rest.charAt(i);
		}
		return hash;
	}

	/**
	 * The patterns that share what follows the wildcard's label: at most a few, told
	 * apart by scheme and by the parts of the label around the {@code *}.
	 */
	private static final class Entry {

		private final String rest;

		private final List<String> anyLabels = new ArrayList<>();

		private final PartialLabels partialLabels = new PartialLabels();

		Entry(String rest) {
			this.rest = rest;
		}

		void add(String head, String labelEnd) {
			if (head.endsWith("://") && labelEnd.isEmpty()) {
				this.anyLabels.add(head);
			}
			else {
				this.partialLabels.add(head, labelEnd);
			}
		}

		boolean matches(String origin, int hostStart, int dot) {
			for (int i = 0; i < this.anyLabels.size(); i++) {
				String scheme = this.anyLabels.get(i);
				if (scheme.length() == hostStart && origin.startsWith(scheme)) {
					return Hosts.isDomain(origin, hostStart, dot);
				}
			}
			return this.partialLabels.matches(origin, hostStart, dot);
		}

	}

}
