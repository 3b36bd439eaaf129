package io.github.corsstarter.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.path.PathSegment.Kind;

/**
 * Divides what may stand between two slashes into regions. Two texts are in one region if
 * the same segments match both. All globs are walked at once, letter by letter: each step
 * keeps the places that the walk may have reached in each glob.
 */
final class SegmentRegions {

	/**
	 * Most steps of a walk. Globs of one place seldom take more than some hundred; beyond
	 * this, regions in which several of them meet may be missed.
	 */
	private static final int MAX_STEPS = 500;

	/**
	 * Most globs of all steps together: each step looks at every glob, for each letter.
	 */
	private static final int MAX_LOOKS = 100_000;

	private static final String FRESH = "xyzwvutsrqponmlkjihgfedcba0123456789";

	private final List<PathSegment> globs;

	private final NavigableSet<String> literals;

	private final Set<Character> letters = new LinkedHashSet<>();

	private final char fresh;

	private final Map<BitSet, String> found = new LinkedHashMap<>();

	private SegmentRegions(Collection<PathSegment> globs, Set<String> literals) {
		this.globs = List.copyOf(globs);
		this.literals = new TreeSet<>(literals);
		this.globs.forEach((glob) -> glob.text().chars().forEach((c) -> this.letters.add((char) c)));
		Set<Character> used = new HashSet<>(this.letters);
		literals.forEach((literal) -> literal.chars().forEach((c) -> used.add((char) c)));
		this.letters.removeAll(Set.of('*', '?'));
		this.fresh = fresh(used);
		this.letters.add(this.fresh);
	}

	/**
	 * Finds a text of every region.
	 * @param segments the segments that stand in one place of their patterns
	 * @return texts that are not empty: every literal, and at least one text that is no
	 * literal
	 */
	static List<String> of(List<PathSegment> segments) {
		Set<String> literals = new LinkedHashSet<>();
		Set<PathSegment> globs = new LinkedHashSet<>();
		for (PathSegment segment : segments) {
			if (segment.kind() == Kind.GLOB) {
				globs.add(segment);
			}
			else if (segment.kind() == Kind.LITERAL && !segment.text().isEmpty()) {
				literals.add(segment.text());
			}
		}
		List<String> regions = new ArrayList<>(literals);
		regions.addAll(new SegmentRegions(globs, literals).walk());
		return regions;
	}

	private static char fresh(Set<Character> used) {
		return (char) FRESH.chars()
			.filter((c) -> !used.contains((char) c))
			.findFirst()
			// Letters of some script that nobody has used up.
			.orElseGet(() -> used.stream().mapToInt(Character::charValue).max().orElseThrow() + 1);
	}

	private Collection<String> walk() {
		// Without a look at where globs meet, so that each has a text in any case.
		this.globs.forEach((glob) -> {
			offer(glob.text().replace("*", "").replace('?', this.fresh));
			offer(glob.text().replace('*', this.fresh).replace('?', this.fresh));
		});
		Deque<Walk> walks = new ArrayDeque<>(List.of(start()));
		Set<Walk> seen = new HashSet<>();
		int steps = Math.min(MAX_STEPS, MAX_LOOKS / Math.max(1, this.globs.size()));
		for (int step = 0; step < steps && !walks.isEmpty(); step++) {
			Walk walk = walks.removeFirst();
			for (char letter : this.letters) {
				Walk next = next(walk, letter);
				if (seen.add(next.withoutText(isStartOfLiteral(next.text)))) {
					offer(next.text);
					walks.add(next);
				}
			}
		}
		return this.found.values();
	}

	private Walk start() {
		return new Walk("", this.globs.stream().map((glob) -> behindStars(glob.text(), 0, new BitSet())).toList());
	}

	private Walk next(Walk walk, char letter) {
		List<BitSet> places = new ArrayList<>();
		for (int i = 0; i < this.globs.size(); i++) {
			places.add(step(this.globs.get(i).text(), walk.places.get(i), letter));
		}
		return new Walk(walk.text + letter, places);
	}

	private boolean isStartOfLiteral(String text) {
		String literal = this.literals.ceiling(text);
		return literal != null && literal.startsWith(text);
	}

	private void offer(String text) {
		if (this.literals.contains(text)) {
			return;
		}
		BitSet matching = new BitSet();
		for (int i = 0; i < this.globs.size(); i++) {
			matching.set(i, this.globs.get(i).matchesByWildcard(text));
		}
		this.found.putIfAbsent(matching, text);
	}

	private static BitSet step(String glob, BitSet places, char letter) {
		BitSet next = new BitSet();
		for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
			step(glob, place, letter, next);
		}
		return next;
	}

	private static void step(String glob, int place, char letter, BitSet next) {
		if (place == glob.length()) {
			return;
		}
		char c = glob.charAt(place);
		if (c == '*') {
			behindStars(glob, place, next);
		}
		else if (c == '?' || c == letter) {
			behindStars(glob, place + 1, next);
		}
	}

	private static BitSet behindStars(String glob, int place, BitSet places) {
		int last = place;
		places.set(last);
		while (last < glob.length() && glob.charAt(last) == '*') {
			places.set(++last);
		}
		return places;
	}

	/**
	 * How far a walk has come.
	 *
	 * @param text the letters
	 * @param places where in each glob it may be
	 */
	private record Walk(String text, List<BitSet> places) {

		/**
		 * Returns what decides how the walk can go on. The text has a part in that only
		 * as long as it may become a literal.
		 */
		Walk withoutText(boolean startOfLiteral) {
			return startOfLiteral ? this : new Walk("", this.places);
		}

	}

}
