package io.github.corsstarter;

import java.util.HashMap;
import java.util.Map;

import io.github.corsstarter.CorsObserver.PolicyObserver;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathIndex;
import io.github.corsstarter.path.ServerPath;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force at one time, immutable: which one governs a path, and which one,
 * if any, only reports beside it.
 */
final class CorsPolicyRegistry {

	private final CorsPolicySet policies;

	private final PathIndex<CorsRoute> governing;

	private final @Nullable PathIndex<CorsRoute> reporting;

	CorsPolicyRegistry(CorsPolicySet policies, CorsObserver observer) {
		this.policies = policies;
		Map<PathExpression, CorsRoute> governing = new HashMap<>();
		Map<PathExpression, CorsRoute> reporting = new HashMap<>();
		for (CorsPolicy policy : policies.policies()) {
			PolicyObserver policyObserver = observer.observe(policy);
			Map<PathExpression, CorsRoute> routes = policy.mode().governs() ? governing : reporting;
			for (PathExpression path : policy.paths()) {
				routes.putIfAbsent(path, CorsRoute.to(policy, path.toString(), policyObserver));
			}
		}
		boolean caseSensitive = policies.settings().caseSensitivePaths();
		this.governing = new PathIndex<>(governing, caseSensitive, CorsRoute::reconcile);
		this.reporting = reporting.isEmpty() ? null : new PathIndex<>(reporting, caseSensitive,
				(mapped, normalised) -> (mapped != null) ? mapped : normalised);
	}

	CorsPolicySet policies() {
		return this.policies;
	}

	@Nullable CorsRoute governing(String path, int start) {
		return this.governing.find(path, start);
	}

	<R> @Nullable CorsRoute governing(String path, int start, R request, ServerPath<R> server) {
		return this.governing.find(path, start, request, server);
	}

	@Nullable CorsRoute reporting(String path, int start) {
		return (this.reporting != null) ? this.reporting.find(path, start) : null;
	}

}
