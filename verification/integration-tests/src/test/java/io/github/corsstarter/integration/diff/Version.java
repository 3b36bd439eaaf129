package io.github.corsstarter.integration.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.diff.PolicyVersion;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.jspecify.annotations.Nullable;

/**
 * Policies, asked by requests.
 */
final class Version {

	private final CorsPolicySet policies;

	private final CorsEngine engine;

	Version(List<CorsPolicySpec> specs) {
		this.policies = CorsPolicySet.compile(specs, CorsSettings.DEFAULTS);
		this.engine = new CorsEngine(this.policies, CorsObserver.NONE);
	}

	PolicyVersion toCompare() {
		return new PolicyVersion(this.policies, PropertyLocator.UNKNOWN);
	}

	@Nullable GoverningPolicy governing(String path) {
		return this.engine.registry().governing(path, 0);
	}

	/**
	 * Returns what the page may read of the response, or {@code null} where its browser
	 * keeps the response from it.
	 */
	@Nullable Set<String> exposed(PageRequest request) {
		CorsDecision preflight = this.engine.decide(request.preflight(), PageRequest.Sent.READER);
		CorsDecision actual = this.engine.decide(request.actual(), PageRequest.Sent.READER);
		if (preflight.outcome() != CorsOutcome.GRANTED || actual.outcome() != CorsOutcome.GRANTED) {
			return null;
		}
		Map<String, String> headers = new HashMap<>();
		actual.writeHeaders(headers, request.origin(), Map::put);
		if (request.credentials() && !"true".equals(headers.get("Access-Control-Allow-Credentials"))) {
			return null;
		}
		String exposed = headers.getOrDefault("Access-Control-Expose-Headers", "").toLowerCase(Locale.ROOT);
		Set<String> names = new TreeSet<>(Arrays.asList(exposed.split("[, ]+")));
		names.removeIf(HeaderNames::isSafelistedResponseHeader);
		return names;
	}

	@Override
	public String toString() {
		return this.policies.policies().stream().map((policy) -> policy.resolved().toString()).toList().toString();
	}

}
