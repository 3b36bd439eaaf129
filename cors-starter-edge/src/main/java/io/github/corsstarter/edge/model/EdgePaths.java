package io.github.corsstarter.edge.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;

/**
 * Puts the paths of all policies into the order in which the first match is the most
 * specific one. A path that ends in a slash is read without it, too: where that leads
 * elsewhere, it is ambiguous, which steps in front of the others say. Where it depends on
 * the path whether it does, the path is taken for ambiguous.
 */
public final class EdgePaths {

	private final Map<PathExpression, Integer> policies = new TreeMap<>();

	private final List<EdgePath> slashes = new ArrayList<>();

	private final boolean caseSensitive;

	private EdgePaths(boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
	}

	public static List<EdgePath> of(List<EdgePolicy> policies, boolean caseSensitive) {
		Map<PathExpression, Integer> numbers = new HashMap<>();
		policies.forEach((policy) -> policy.paths().forEach((path) -> numbers.put(path, policy.number())));
		return of(numbers, caseSensitive);
	}

	/**
	 * Puts paths in order.
	 * @param policies the number of the policy of each path
	 */
	public static List<EdgePath> of(Map<PathExpression, Integer> policies, boolean caseSensitive) {
		EdgePaths paths = new EdgePaths(caseSensitive);
		paths.policies.putAll(policies);
		return paths.inOrder();
	}

	private List<EdgePath> inOrder() {
		this.policies.forEach(this::addWithSlash);
		this.policies.forEach(this::addUpToSlash);
		// At the end, those change nothing that lead where their path leads anyway.
		while (!this.slashes.isEmpty() && !this.slashes.get(this.slashes.size() - 1).isAmbiguous()) {
			this.slashes.remove(this.slashes.size() - 1);
		}
		List<EdgePath> all = new ArrayList<>(this.slashes);
		this.policies.forEach((path, policy) -> all.add(new EdgePath(path, policy)));
		return all;
	}

	/**
	 * Adds a step for what the pattern matches only without the slash.
	 */
	private void addWithSlash(PathExpression path, int policy) {
		if (!path.isCatchAll() && !path.toString().endsWith("/")) {
			PathExpression slash = PathExpression.parse(path + "/");
			this.slashes.add(new EdgePath(slash, leadsTo(slash, policy, false) ? policy : EdgePolicy.AMBIGUOUS));
		}
	}

	/**
	 * Adds a step for what the pattern matches only with the slash. Behind those of
	 * {@link #addWithSlash} nothing but a {@code **} is left to match without it.
	 */
	private void addUpToSlash(PathExpression path, int policy) {
		if (path.isCatchAll() || !mayEndInSlash(path)) {
			return;
		}
		String text = path.toString();
		PathExpression before = PathExpression.parse(text.substring(0, Math.max(text.lastIndexOf('/'), 1)));
		PathExpression slash = PathExpression.parse(text.substring(0, text.lastIndexOf('/') + 1));
		boolean root = slash.toString().equals("/");
		this.slashes.add(new EdgePath(slash, root || leadsTo(before, policy, true) ? policy : EdgePolicy.AMBIGUOUS));
	}

	private static boolean mayEndInSlash(PathExpression path) {
		List<PathSegment> segments = path.segments();
		PathSegment last = segments.get(segments.size() - 1);
		return last.kind() == PathSegment.Kind.WILDCARD || last.text().isEmpty();
	}

	/**
	 * Whether all that the pattern matches is governed by the policy.
	 */
	private boolean leadsTo(PathExpression path, int policy, boolean catchAllOnly) {
		PathExpression asked = compared(path);
		for (Map.Entry<PathExpression, Integer> entry : this.policies.entrySet()) {
			PathExpression other = compared(entry.getKey());
			if ((catchAllOnly && !other.isCatchAll()) || !other.meets(asked)) {
				continue;
			}
			if (entry.getValue() != policy) {
				return false;
			}
			if (other.covers(asked)) {
				return true;
			}
		}
		return false;
	}

	private PathExpression compared(PathExpression path) {
		return this.caseSensitive ? path : path.ignoringCase();
	}

}
