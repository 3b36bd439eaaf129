package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.MeetingPaths;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.text.Listing;

/**
 * Checks and compiles the paths of policies: of each by itself, then of all together.
 */
final class PathRules {

	/**
	 * Most characters of a path. Each line of a log that tells of a refusal repeats it,
	 * and the name of a variable, which may be a stranger's, can be of any length.
	 */
	private static final int MAX_LENGTH = 2000;

	private final boolean caseSensitive;

	private final List<Entry> governing = new ArrayList<>();

	private final List<Entry> notGoverning = new ArrayList<>();

	PathRules(boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
	}

	/**
	 * Checks the paths of one policy and keeps them for {@link #checkTogether}.
	 */
	List<PathExpression> compile(CorsPolicySpec spec, PolicyMode mode, FindingCollector findings) {
		List<String> written = spec.paths();
		if (written == null || written.isEmpty()) {
			findings.add(Rule.NO_PATHS, "paths", "", "lists no path, so the policy would govern nothing",
					"List the paths that it is for, as [/api/**].");
			return List.of();
		}
		return compile(spec, mode, findings, findings);
	}

	/**
	 * Keeps the paths of a policy that is off, whose mistakes do no harm.
	 */
	void keep(CorsPolicySpec spec, FindingCollector findings) {
		if (spec.paths() != null) {
			compile(spec, PolicyMode.OFF, findings, new FindingCollector(spec.name()));
		}
	}

	private List<PathExpression> compile(CorsPolicySpec spec, PolicyMode mode, FindingCollector findings,
			FindingCollector mistakes) {
		List<String> written = Objects.requireNonNull(spec.paths());
		List<PathExpression> paths = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			PolicyKey key = new PolicyKey("paths", i);
			if (written.get(i).length() > MAX_LENGTH) {
				mistakes.add(Rule.INVALID_PATH, key, written.get(i), "is longer than " + MAX_LENGTH + " characters",
						"Write a shorter path.");
				continue;
			}
			try {
				PathExpression path = PathExpression.parse(written.get(i));
				paths.add(path);
				List<Entry> entries = mode.governs() ? this.governing : this.notGoverning;
				entries.add(new Entry(entries.size(), spec.name(), mode, path, compared(path), key, findings));
			}
			catch (InvalidPathException ex) {
				mistakes.add(Rule.INVALID_PATH, key, written.get(i), String.valueOf(ex.getMessage()), ex.getAdvice());
			}
		}
		return paths;
	}

	void checkTogether() {
		if (this.governing.size() + this.notGoverning.size() < 2) {
			return;
		}
		checkDuplicates();
		MeetingPaths<Entry> known = new MeetingPaths<>();
		for (Entry entry : this.governing) {
			checkOverlaps(entry, known);
			known.add(entry.compared, entry);
		}
		for (Entry entry : this.notGoverning) {
			checkShield(entry, known);
		}
	}

	private PathExpression compared(PathExpression path) {
		return this.caseSensitive ? path : path.ignoringCase();
	}

	private void checkDuplicates() {
		Map<String, Entry> shapes = new HashMap<>();
		for (Entry entry : this.governing) {
			Entry first = shapes.putIfAbsent(entry.compared.shape(), entry);
			if (first != null && !first.policy.equals(entry.policy)) {
				entry.add(Rule.DUPLICATE_PATH, "matches the same paths as " + first,
						"Delete one of the two, or make one policy of both.");
			}
		}
	}

	private void checkOverlaps(Entry entry, MeetingPaths<Entry> known) {
		Overlaps overlaps = new Overlaps(entry);
		known.meeting(entry.compared, overlaps::add);
		if (overlaps.count > 0) {
			entry.add(Rule.OVERLAPPING_PATHS, "overlaps " + overlaps,
					"Write a path for what both match if the other policy is meant to govern there.");
		}
	}

	private void checkShield(Entry entry, MeetingPaths<Entry> governing) {
		List<Entry> wider = new ArrayList<>();
		governing.meeting(entry.compared, (other) -> {
			if (other.contains(entry)) {
				wider.add(other);
			}
		});
		wider.stream()
			.min((one, other) -> one.path.compareTo(other.path))
			// Beside a governing policy with the same paths, not to govern is meant.
			.filter((other) -> !entry.contains(other))
			.ifPresent((other) -> entry.add(Rule.UNSHIELDED_PATH,
					"is governed by policy " + other.policy + " with \"" + other.path + "\", as this policy is "
							+ entry.mode.code(),
					"Write \"mode: deny\" if requests are to be refused there, or leave it if " + other.policy
							+ " is meant to govern."));
	}

	/**
	 * A path of a policy, as it is written and as it is compared with others.
	 */
	private record Entry(int number, String policy, PolicyMode mode, PathExpression path, PathExpression compared,
			PolicyKey key, FindingCollector findings) {

		void add(Rule rule, String message, String advice) {
			this.findings.add(rule, this.key, this.path.toString(), message, advice);
		}

		boolean contains(Entry other) {
			return this.compared.covers(other.compared);
		}

		String winner(Entry other) {
			return (this.path.compareTo(other.path) < 0) ? this.policy : other.policy;
		}

		@Override
		public String toString() {
			return '"' + this.path.toString() + "\" of policy " + this.policy;
		}

	}

	/**
	 * What overlaps a path: the first in the order of their declaration, and how many
	 * there are.
	 */
	private static final class Overlaps {

		private final Entry entry;

		private final List<Entry> first = new ArrayList<>();

		private int count;

		Overlaps(Entry entry) {
			this.entry = entry;
		}

		/**
		 * Adds another path that has some in common with this one.
		 */
		void add(Entry other) {
			if (other.policy.equals(this.entry.policy) || this.entry.contains(other) || other.contains(this.entry)) {
				return;
			}
			this.count++;
			if (this.first.size() < Listing.MAX_NAMED || other.number < this.first.get(Listing.MAX_NAMED - 1).number) {
				this.first.add(other);
				this.first.sort(Comparator.comparingInt(Entry::number));
			}
			if (this.first.size() > Listing.MAX_NAMED) {
				this.first.remove(Listing.MAX_NAMED);
			}
		}

		@Override
		public String toString() {
			if (this.count == 1) {
				return this.first.get(0) + "; where both match, " + this.first.get(0).winner(this.entry)
						+ " governs as its pattern is more specific";
			}
			List<String> named = this.first.stream()
				.map((other) -> other + " (where both match, " + other.winner(this.entry) + " governs)")
				.toList();
			return Listing.of(named, this.count) + "; the more specific pattern governs";
		}

	}

}
