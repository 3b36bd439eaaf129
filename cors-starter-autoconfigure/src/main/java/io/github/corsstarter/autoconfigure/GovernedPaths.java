package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.path.MeetingPaths;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;
import org.jspecify.annotations.Nullable;

/**
 * The path patterns that valid policies govern by. A literal contains nothing but itself,
 * so that only patterns with wildcards are looked through, and of these only those that
 * can share a path.
 */
final class GovernedPaths {

	private final boolean caseSensitive;

	private final Map<String, Governed> shapes = new HashMap<>();

	private final MeetingPaths<Governed> wide = new MeetingPaths<>();

	private GovernedPaths(boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
	}

	/**
	 * Takes the patterns of policies.
	 * @param set the policies
	 * @param filter tells which of them to look at, by their names
	 */
	static GovernedPaths of(CorsPolicySet set, Predicate<String> filter) {
		GovernedPaths paths = new GovernedPaths(set.settings().caseSensitivePaths());
		for (CorsPolicy policy : set.policies()) {
			if (policy.mode().governs() && filter.test(policy.name())) {
				policy.compiled().paths().forEach((path) -> paths.add(new Governed(policy.name(), path)));
			}
		}
		return paths;
	}

	private void add(Governed governed) {
		PathExpression path = compared(governed.path);
		this.shapes.put(path.shape(), governed);
		boolean literal = path.segments().stream().allMatch((segment) -> segment.kind() == PathSegment.Kind.LITERAL);
		if (path.isCatchAll() || !literal) {
			this.wide.add(path, governed);
		}
	}

	/**
	 * Finds the pattern that governs all paths of another one.
	 * @param path the other pattern
	 * @return the most specific pattern that contains it, or {@code null} where none does
	 */
	@Nullable Governed around(PathExpression path) {
		PathExpression compared = compared(path);
		Governed same = this.shapes.get(compared.shape());
		if (same != null) {
			return same;
		}
		return meeting(compared).stream()
			.filter((governed) -> compared(governed.path).covers(compared))
			.min((one, other) -> one.path.compareTo(other.path))
			.orElse(null);
	}

	/**
	 * Whether a pattern would take over paths of one of these that does not contain it,
	 * nor is contained.
	 * @param path the pattern
	 */
	boolean losesTo(PathExpression path) {
		PathExpression compared = compared(path);
		return meeting(compared).stream()
			.anyMatch((governed) -> path.compareTo(governed.path) < 0 && compared(governed.path).overlaps(compared));
	}

	/**
	 * Finds the patterns that governed paths which are not all governed by these.
	 * @param before the policies of the time before
	 * @return each pattern with its policy
	 */
	List<String> lost(CorsPolicySet before) {
		return before.policies()
			.stream()
			.filter((policy) -> policy.mode().governs())
			.flatMap((policy) -> policy.compiled()
				.paths()
				.stream()
				.filter((path) -> around(path) == null)
				.map((path) -> path + " of policy " + policy.name()))
			.toList();
	}

	private List<Governed> meeting(PathExpression compared) {
		List<Governed> meeting = new ArrayList<>();
		this.wide.meeting(compared, meeting::add);
		return meeting;
	}

	private PathExpression compared(PathExpression path) {
		return this.caseSensitive ? path : path.ignoringCase();
	}

	/**
	 * A pattern of a policy that governs.
	 */
	record Governed(String policy, PathExpression path) {

		@Override
		public String toString() {
			return "\"" + this.path + "\" of policy " + this.policy;
		}

	}

}
