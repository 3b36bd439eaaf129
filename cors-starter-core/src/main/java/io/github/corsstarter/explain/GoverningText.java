package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyRegistry;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.CorsPolicySet.UngovernedRoute;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.explain.CorsQuery.Target;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathIndex;
import io.github.corsstarter.text.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Says which policy and pattern govern a path, and why not another.
 */
final class GoverningText {

	private final CorsPolicySet policies;

	private final CorsPolicyRegistry registry;

	private final Target target;

	GoverningText(CorsPolicyRegistry registry, Target target) {
		this.registry = registry;
		this.policies = registry.policySet();
		this.target = target;
	}

	String of(@Nullable GoverningPolicy governing) {
		if (governing == null) {
			return "No policy governs the path." + nearMiss();
		}
		List<Candidate> others = others(governing);
		if (governing.ambiguous()) {
			return "The path can be read in several ways, which lead to different policies or one of them to none: "
					+ governing.pattern() + " of policy " + governing.policy().name()
					+ (others.isEmpty() ? "" : ", " + Listing.of(others)) + ".";
		}
		String text = "Policy " + governing.policy().name() + " governs the path, by its pattern " + governing.pattern()
				+ ".";
		return others.isEmpty() ? text : text + " It is more specific than " + Listing.of(others) + ".";
	}

	/**
	 * Finds the route that takes the path before any policy could.
	 */
	@Nullable UngovernedRoute ungovernedRoute() {
		return this.policies.ungovernedRoutes()
			.stream()
			.filter((route) -> matches(route.path()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Says what a policy that decides nothing makes of the request.
	 */
	static String ofReporting(GoverningPolicy governing, CorsDecision decision) {
		RefusalReason reason = decision.reason();
		return "Policy " + governing.policy().name() + ", with " + governing.pattern() + ", only reports"
				+ ((reason != null) ? ": it would refuse this request (" + reason.code() + ")." : ".");
	}

	/**
	 * Looks for a pattern that takes in a path much like this one.
	 */
	private String nearMiss() {
		String path = this.target.path();
		GoverningPolicy governing = find(path + "/");
		if (governing != null) {
			return " " + described(governing) + " takes in the path with a slash at the end.";
		}
		governing = find(path.toLowerCase(Locale.ROOT));
		if (governing != null) {
			return " " + described(governing) + " takes in the path in lower case.";
		}
		int end = path.lastIndexOf('/');
		governing = (end > 0) ? find(path.substring(0, end)) : null;
		return (governing != null)
				? " " + described(governing) + " takes in the path above it; write /** at the end for all below." : "";
	}

	private @Nullable GoverningPolicy find(String path) {
		return (path.length() >= this.target.pathOffset()) ? this.registry.governing(path, this.target.pathOffset())
				: null;
	}

	private static String described(GoverningPolicy governing) {
		return "The pattern " + governing.pattern() + " of policy " + governing.policy().name();
	}

	private List<Candidate> others(GoverningPolicy winner) {
		List<Candidate> candidates = new ArrayList<>();
		for (CorsPolicy policy : this.policies.policies()) {
			for (PathExpression path : policy.compiled().paths()) {
				boolean wins = policy == winner.policy() && path.toString().equals(winner.pattern());
				if (policy.mode().governs() && !wins && matches(path)) {
					candidates.add(new Candidate(policy.name(), path));
				}
			}
		}
		candidates.sort(Comparator.comparing(Candidate::path));
		return candidates;
	}

	private boolean matches(PathExpression path) {
		return new PathIndex<>(Map.of(path, path), this.policies.settings().caseSensitivePaths())
			.find(this.target.path(), this.target.pathOffset())
			.contains(path);
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
