package io.github.corsstarter.edge.model;

import java.util.List;

import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.rules.CompiledPolicy;

/**
 * A governing policy as an edge is told it.
 *
 * @param number what the policy is called in the files: a name could hold anything
 * @param compiled the policy
 * @param refusing whether every CORS request is refused
 */
public record EdgePolicy(int number, CompiledPolicy compiled, boolean refusing) {

	/**
	 * Stands for the policy of requests whose path can be read in several ways: they are
	 * refused.
	 */
	static final int AMBIGUOUS = 0;

	public static EdgePolicy of(int number, CompiledPolicy policy) {
		return new EdgePolicy(number, policy, policy.mode() == PolicyMode.DENY);
	}

	public ResolvedPolicy resolved() {
		return this.compiled.resolved();
	}

	public List<PathExpression> paths() {
		return this.compiled.paths();
	}

	public OriginSet origins() {
		return this.compiled.origins();
	}

	public String name() {
		return resolved().name();
	}

	/**
	 * Whether every response carries the same headers, whoever asks.
	 */
	public boolean open() {
		return origins().isAny() && !this.refusing;
	}

	/**
	 * Whether a refused actual request goes on.
	 */
	public boolean forwards() {
		return resolved().onRefusal() == OnRefusal.FORWARD;
	}

	/**
	 * Whether the policy leaves out a method that browsers send without asking, so that
	 * answering preflights is not enough.
	 */
	public boolean limitsSafelistedMethods() {
		List<String> methods = resolved().allowedMethods();
		return !resolved().allowsAnyMethod() && !methods.containsAll(List.of("GET", "HEAD", "POST"));
	}

	/**
	 * Returns what is left of a policy that a target cannot say.
	 */
	public EdgePolicy refuse() {
		return new EdgePolicy(this.number, this.compiled, true);
	}

}
