package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Values by what segments start with, and by what they end with.
 *
 * @param <T> what a segment leads to
 */
final class AffixIndex<T> {

	private final NavigableMap<String, List<Entry<T>>> byStart = new TreeMap<>();

	private final NavigableMap<String, List<Entry<T>>> byEnd = new TreeMap<>();

	void add(String segment, T value) {
		Entry<T> entry = new Entry<>(Affixes.of(segment), value);
		this.byStart.computeIfAbsent(entry.affixes.start(), (start) -> new ArrayList<>()).add(entry);
		this.byEnd.computeIfAbsent(entry.affixes.end(), (end) -> new ArrayList<>()).add(entry);
	}

	/**
	 * Finds the segments whose affixes agree with given ones. Either the segments that
	 * may start like these are tried, or those that may end like them, whichever are
	 * fewer.
	 * @param affixes the given ones
	 * @param lengths which segments may agree
	 */
	void agreeing(Affixes affixes, Lengths lengths, Consumer<T> consumer) {
		Iterable<List<Entry<T>>> starts = groups(this.byStart, affixes.start(), lengths);
		Iterable<List<Entry<T>>> ends = groups(this.byEnd, affixes.end(), lengths);
		for (List<Entry<T>> group : isFirstSmaller(starts.iterator(), ends.iterator()) ? starts : ends) {
			for (Entry<T> entry : group) {
				if (entry.affixes.agreesWith(affixes)) {
					consumer.accept(entry.value);
				}
			}
		}
	}

	private static <T> Iterable<List<Entry<T>>> groups(NavigableMap<String, List<Entry<T>>> map, String text,
			Lengths lengths) {
		NavigableMap<String, List<Entry<T>>> longer = startingWith(map, text);
		if (lengths == Lengths.LONGER) {
			return longer.values();
		}
		List<List<Entry<T>>> groups = new ArrayList<>();
		for (int length = 0; length <= text.length(); length++) {
			List<Entry<T>> shorter = map.get(text.substring(0, length));
			if (shorter != null) {
				groups.add(shorter);
			}
		}
		if (lengths == Lengths.ANY) {
			groups.addAll(longer.tailMap(text, false).values());
		}
		return groups;
	}

	private static <V> NavigableMap<String, V> startingWith(NavigableMap<String, V> map, String text) {
		int last = text.length() - 1;
		if (last < 0 || text.charAt(last) == Character.MAX_VALUE) {
			return map.tailMap(text, true);
		}
		return map.subMap(text, true, text.substring(0, last) + (char) (text.charAt(last) + 1), false);
	}

	/**
	 * Whether the first groups have no more members in all than the second. Counting
	 * stops where the smaller side ends.
	 */
	private static <T> boolean isFirstSmaller(Iterator<List<T>> first, Iterator<List<T>> second) {
		int ones = 0;
		int others = 0;
		while (true) {
			boolean behind = ones <= others;
			Iterator<List<T>> next = behind ? first : second;
			if (!next.hasNext()) {
				return behind;
			}
			ones += behind ? next.next().size() : 0;
			others += behind ? 0 : next.next().size();
		}
	}

	/**
	 * How long affixes are that may agree with given ones.
	 */
	enum Lengths {

		/** At most as long: those of globs that may match a literal. */
		SHORTER,

		/** At least as long: those of literals that a glob may match. */
		LONGER,

		/** Shorter or longer: those of globs beside a glob. */
		ANY

	}

	private record Entry<T>(Affixes affixes, T value) {
	}

}
