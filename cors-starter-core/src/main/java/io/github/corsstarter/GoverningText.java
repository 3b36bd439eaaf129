package io.github.corsstarter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathIndex;
import org.jspecify.annotations.Nullable;

/**
 * Says which policy and pattern govern a path, and why not another.
 */
final class GoverningText {

	/** Most patterns that are named; the rest is counted. */
	private static final int MAX_NAMED = 3;

	private final CorsPolicySet policies;

	private final CorsQuery query;

	GoverningText(CorsPolicyRegistry registry, CorsQuery query) {
		this.policies = registry.policies();
		this.query = query;
	}

	String of(@Nullable CorsRoute route) {
		String text = (route != null)
				? "Policy " + route.policy().name() + " governs the path, by its pattern " + route.pattern() + "."
				: "No policy governs the path.";
		List<Candidate> others = (route != null) ? candidates(true, route) : List.of();
		if (!others.isEmpty()) {
			text += " It is more specific than " + list(others) + ".";
		}
		List<Candidate> reporting = candidates(false, null);
		return reporting.isEmpty() ? text : text + " What only reports and decides nothing: " + list(reporting) + ".";
	}

	private List<Candidate> candidates(boolean governing, @Nullable CorsRoute winner) {
		List<Candidate> candidates = new ArrayList<>();
		for (CorsPolicy policy : this.policies.policies()) {
			for (PathExpression path : policy.paths()) {
				boolean wins = winner != null && policy == winner.policy() && path.toString().equals(winner.pattern());
				if (policy.mode().governs() == governing && !wins && matches(path)) {
					candidates.add(new Candidate(policy.name(), path));
				}
			}
		}
		candidates.sort(Comparator.comparing(Candidate::path));
		return candidates;
	}

	private boolean matches(PathExpression path) {
		PathIndex<PathExpression> index = new PathIndex<>(Map.of(path, path),
				this.policies.settings().caseSensitivePaths(),
				(mapped, normalised) -> (mapped != null) ? mapped : normalised);
		return index.find(this.query.target().path(), this.query.target().pathOffset()) != null;
	}

	private static String list(List<Candidate> candidates) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < Math.min(candidates.size(), MAX_NAMED); i++) {
			text.append((i > 0) ? ", " : "").append(candidates.get(i));
		}
		int rest = candidates.size() - MAX_NAMED;
		return (rest > 0) ? text.append(" and ").append(rest).append(" more").toString() : text.toString();
	}

	/**
	 * A pattern that matches the path.
	 */
	private record Candidate(String policy, PathExpression path) {

		@Override
		public String toString() {
			return this.path + " of policy " + this.policy;
		}

	}

}
