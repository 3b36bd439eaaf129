package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Origins with a wildcard in the host, each kept as what stands before its {@code *} and
 * what stands behind. From dot to dot the origin's rest is looked up, if it has the
 * length of a listed one, by a hash of a few characters only: those in which the listed
 * rests differ most. {@code java.util}'s maps would want a copy of every rest, and hash
 * all of it.
 */
final class WildcardTable {

	/** How many characters of a rest are hashed. */
	private static final int HASHED = 8;

	private final @Nullable Entry[] table;

	private final List<String> schemesWithAnyHost = new ArrayList<>();

	private final BitSet restLengths = new BitSet();

	private final int hashedFrom;

	private final boolean empty;

	WildcardTable(Collection<String> patterns) {
		this.empty = patterns.isEmpty();
		this.hashedFrom = this.empty ? 0 : whereRestsDiffer(patterns);
		// At most a quarter full: probes stay short.
		this.table = new Entry[Integer.highestOneBit(Math.max(1, patterns.size())) * 8];
		for (String pattern : patterns) {
			add(pattern);
		}
	}

	private static int whereRestsDiffer(Collection<String> patterns) {
		List<String> rests = patterns.stream().map((pattern) -> pattern.substring(restStart(pattern))).toList();
		int longest = rests.stream().mapToInt(String::length).max().orElse(0);
		int best = 0;
		long most = 0;
		for (int from = 0; from < longest; from += HASHED / 2) {
			int start = from;
			long different = rests.stream().map((rest) -> hashed(rest, start)).distinct().count();
			if (different > most) {
				most = different;
				best = from;
			}
		}
		return best;
	}

	private static String hashed(String rest, int from) {
		int start = Math.min(from, rest.length());
		return rest.substring(start, Math.min(start + HASHED, rest.length()));
	}

	private static int restStart(String pattern) {
		int dot = pattern.indexOf('.', pattern.indexOf('*'));
		return (dot < 0) ? pattern.length() : dot;
	}

	private void add(String pattern) {
		int star = pattern.indexOf('*');
		int restStart = restStart(pattern);
		// One scheme for all: it is compared with every origin.
		String head = pattern.substring(0, star).intern();
		if (restStart == pattern.length()) {
			this.schemesWithAnyHost.add(head);
			return;
		}
		String rest = pattern.substring(restStart);
		int slot = slot(rest, 0, rest.length());
		while (this.table[slot] != null && !this.table[slot].rest.equals(rest)) {
			slot = next(slot);
		}
		Entry entry = this.table[slot];
		if (entry == null) {
			entry = new Entry(rest);
			this.table[slot] = entry;
		}
		entry.add(head, pattern.substring(star + 1, restStart));
		this.restLengths.set(rest.length());
	}

	boolean isEmpty() {
		return this.empty;
	}

	/**
	 * Whether a pattern matches the origin up to the given end, behind which there is at
	 * most a port.
	 */
	boolean matches(String origin, int end) {
		if (this.empty) {
			return false;
		}
		if (matchesAnyHost(origin, end)) {
			return true;
		}
		for (int dot = origin.indexOf('.'); dot >= 0; dot = origin.indexOf('.', dot + 1)) {
			if (this.restLengths.get(end - dot) && matchesAt(origin, dot, end)) {
				return true;
			}
		}
		return false;
	}

	private boolean matchesAt(String origin, int dot, int end) {
		int slot = slot(origin, dot, end);
		Entry entry = this.table[slot];
		while (entry != null) {
			if (entry.rest.length() == end - dot && origin.startsWith(entry.rest, dot)) {
				return entry.matches(origin, dot);
			}
			slot = next(slot);
			entry = this.table[slot];
		}
		return false;
	}

	private boolean matchesAnyHost(String origin, int end) {
		for (int i = 0; i < this.schemesWithAnyHost.size(); i++) {
			String scheme = this.schemesWithAnyHost.get(i);
			if (origin.startsWith(scheme)) {
				return Hosts.isHost(origin, scheme.length(), end);
			}
		}
		return false;
	}

	private int slot(String text, int restStart, int end) {
		int hash = end - restStart;
		int from = restStart + this.hashedFrom;
		int to = Math.min(from + HASHED, end);
		for (int i = from; i < to; i++) {
			hash = 31 * hash + text.charAt(i);
		}
		return (hash ^ (hash >>> 15)) & (this.table.length - 1);
	}

	private int next(int slot) {
		return (slot + 1) & (this.table.length - 1);
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

		boolean matches(String origin, int dot) {
			for (int i = 0; i < this.anyLabels.size(); i++) {
				String scheme = this.anyLabels.get(i);
				if (origin.startsWith(scheme)) {
					return Hosts.isDomain(origin, scheme.length(), dot);
				}
			}
			return this.partialLabels.matches(origin, dot);
		}

	}

}
