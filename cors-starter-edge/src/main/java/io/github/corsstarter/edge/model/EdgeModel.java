package io.github.corsstarter.edge.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.policy.CorsSettings;

/**
 * What is to be said to an edge, in no server's language: policies by number, and which
 * paths lead to them.
 *
 * @param policies the governing policies, in the order of their names
 * @param paths the paths in the order in which the first match counts
 * @param reporting the names of policies that make nothing
 * @param settings what holds for all policies
 * @param basePath what stands in front of every path, or the empty text
 * @param caseSensitive whether upper and lower case differ in paths
 */
public record EdgeModel(List<EdgePolicy> policies, List<EdgePath> paths, List<String> reporting, CorsSettings settings,
		String basePath, boolean caseSensitive) {

	public EdgeModel {
		policies = List.copyOf(policies);
		paths = List.copyOf(paths);
		reporting = List.copyOf(reporting);
	}

	/**
	 * Returns the same with other policies of the same paths.
	 */
	public EdgeModel withPolicies(List<EdgePolicy> policies) {
		return new EdgeModel(policies, this.paths, this.reporting, this.settings, this.basePath, this.caseSensitive);
	}

	public PathRegex pathRegex(RegexDialect dialect) {
		return new PathRegex(dialect, this.basePath, this.caseSensitive);
	}

	/**
	 * Returns the policies by something that they have in common, so that it is written
	 * once.
	 */
	<K> Map<K, List<EdgePolicy>> by(Function<EdgePolicy, K> key) {
		return this.policies.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * Returns the same for the policies that grant something.
	 */
	public <K> Map<K, List<EdgePolicy>> grantingBy(Function<EdgePolicy, K> key) {
		List<EdgePolicy> granting = this.policies.stream().filter((policy) -> !policy.refusing()).toList();
		return withPolicies(granting).by(key);
	}

	/**
	 * Returns the literal segments with which governed paths begin.
	 */
	public List<List<String>> beginnings() {
		return OddPaths.beginnings(this.policies.stream().flatMap((policy) -> policy.paths().stream()).toList());
	}

}
