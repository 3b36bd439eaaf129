package io.github.corsstarter;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathIndex;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force at one time, by path. At most one policy governs a path, and at
 * most one of mode report-only reports about it. A registry never changes.
 */
public final class CorsPolicyRegistry {

	private final CorsPolicySet policySet;

	private final PathIndex<GoverningPolicy> governing;

	private final @Nullable PathIndex<GoverningPolicy> reporting;

	CorsPolicyRegistry(CorsPolicySet policySet) {
		this.policySet = policySet;
		Map<PathExpression, GoverningPolicy> governing = new HashMap<>();
		Map<PathExpression, GoverningPolicy> reporting = new HashMap<>();
		for (CorsPolicy policy : policySet.policies()) {
			Map<PathExpression, GoverningPolicy> paths = policy.mode().governs() ? governing : reporting;
			for (PathExpression path : policy.compiled().paths()) {
				paths.putIfAbsent(path, GoverningPolicy.by(policy, path.toString()));
			}
		}
		boolean caseSensitive = policySet.settings().caseSensitivePaths();
		this.governing = new PathIndex<>(governing, caseSensitive);
		this.reporting = reporting.isEmpty() ? null : new PathIndex<>(reporting, caseSensitive);
	}

	/**
	 * Returns the policies.
	 * @return policies and findings
	 */
	public CorsPolicySet policySet() {
		return this.policySet;
	}

	/**
	 * Finds the policy that governs a path, without asking a server how it reads the
	 * path.
	 * @param path the path, undecoded, without the query
	 * @param start where the application's part of the path starts
	 * @return policy and pattern, or {@code null} where no policy governs the path
	 */
	public @Nullable GoverningPolicy governing(String path, int start) {
		return GoverningPolicy.reconcile(this.governing.find(path, start));
	}

	/**
	 * Finds the policy that governs the path of a request. Where the path has several
	 * readings, the server's own has to lead to the same policy, too, and so has the one
	 * in the charset that the request names.
	 */
	<R> @Nullable GoverningPolicy governing(String path, int start, R request, CorsRequestReader<R> reader) {
		List<@Nullable GoverningPolicy> found = this.governing.find(path, start);
		if (found.size() == 1) {
			return found.get(0);
		}
		List<@Nullable GoverningPolicy> all = new ArrayList<>(found);
		String normalized = reader.normalizedPath(request);
		if (normalized != null) {
			all.addAll(this.governing.findRead(normalized));
		}
		Charset charset = reader.charset(request);
		if (charset != null) {
			all.addAll(this.governing.findDecoded(path, start, charset));
		}
		return GoverningPolicy.reconcile(all);
	}

	boolean reports() {
		return this.reporting != null;
	}

	/**
	 * Finds the policy of mode report-only that a path leads to.
	 * @param path the path, undecoded, without the query
	 * @param start where the application's part of the path starts
	 * @return policy and pattern, or {@code null} where no policy reports
	 */
	public @Nullable GoverningPolicy reporting(String path, int start) {
		return (this.reporting != null) ? GoverningPolicy.firstOf(this.reporting.find(path, start)) : null;
	}

}
