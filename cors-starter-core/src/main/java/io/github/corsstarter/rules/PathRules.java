package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;

/**
 * Checks and compiles the paths of policies: of each by itself, then of all together.
 */
final class PathRules {

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
		List<PathExpression> paths = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			PolicyKey key = new PolicyKey("paths", i);
			try {
				PathExpression path = PathExpression.parse(written.get(i));
				paths.add(path);
				(mode.governs() ? this.governing : this.notGoverning)
					.add(new Entry(spec.name(), mode, path, compared(path), key, findings));
			}
			catch (InvalidPathException ex) {
				findings.add(Rule.INVALID_PATH, key, written.get(i), String.valueOf(ex.getMessage()), ex.getAdvice());
			}
		}
		return paths;
	}

	/**
	 * Keeps the paths of a policy that is off, whose mistakes do no harm.
	 */
	void keep(CorsPolicySpec spec, FindingCollector findings) {
		FindingCollector unheard = new FindingCollector(spec.name());
		compile(spec, PolicyMode.OFF, unheard);
		this.notGoverning.replaceAll((entry) -> (entry.findings == unheard) ? entry.to(findings) : entry);
	}

	void checkTogether() {
		checkDuplicates();
		for (int i = 0; i < this.governing.size(); i++) {
			for (int j = 0; j < i; j++) {
				checkOverlap(this.governing.get(j), this.governing.get(i));
			}
		}
		this.notGoverning.forEach(this::checkShield);
	}

	private PathExpression compared(PathExpression path) {
		return this.caseSensitive ? path : path.ignoringCase();
	}

	private void checkDuplicates() {
		Map<String, Entry> shapes = new HashMap<>();
		for (Entry entry : this.governing) {
			Entry first = shapes.putIfAbsent(entry.compared.shape(), entry);
			if (first != null && !first.policy.equals(entry.policy)) {
				entry.add(Rule.DUPLICATE_PATH,
						"matches the same paths as \"" + first.path + "\" of policy " + first.policy,
						"Delete one of the two, or make one policy of both.");
			}
		}
	}

	private void checkOverlap(Entry one, Entry other) {
		if (one.policy.equals(other.policy) || !one.compared.overlaps(other.compared)) {
			return;
		}
		boolean oneWins = one.path.compareTo(other.path) < 0;
		other.add(Rule.OVERLAPPING_PATHS,
				"overlaps \"" + one.path + "\" of policy " + one.policy + "; where both match, "
						+ (oneWins ? one.policy : other.policy) + " governs as its pattern is more specific",
				"Write a path for what both match if the other policy is meant to govern there.");
	}

	private void checkShield(Entry entry) {
		this.governing.stream()
			.filter((wider) -> wider.compared.covers(entry.compared))
			.min((one, other) -> one.path.compareTo(other.path))
			// Beside a governing policy with the same paths it is meant.
			.filter((wider) -> !entry.compared.covers(wider.compared))
			.ifPresent((wider) -> entry.add(Rule.UNSHIELDED_PATH,
					"is governed by policy " + wider.policy + " with \"" + wider.path + "\", as this policy is "
							+ entry.mode.code(),
					"Write \"mode: deny\" if requests are to be refused there, or leave it if " + wider.policy
							+ " is meant to govern."));
	}

	/**
	 * A path of a policy, as it is written and as it is compared with others.
	 */
	record Entry(String policy, PolicyMode mode, PathExpression path, PathExpression compared, PolicyKey key,
			FindingCollector findings) {

		Entry to(FindingCollector findings) {
			return new Entry(this.policy, this.mode, this.path, this.compared, this.key, findings);
		}

		void add(Rule rule, String message, String advice) {
			this.findings.add(rule, this.key, this.path.toString(), message, advice);
		}

	}

}
