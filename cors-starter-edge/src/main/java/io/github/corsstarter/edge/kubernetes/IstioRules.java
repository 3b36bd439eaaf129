package io.github.corsstarter.edge.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.EdgeFindings;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Reports what Istio's own validation would refuse, and what would mean something else
 * there.
 *
 * @param policy the policy
 * @param findings collects what is found
 */
record IstioRules(EdgePolicy policy, EdgeFindings findings) {

	/** Most characters of an expression. */
	private static final int MAX_REGEX_LENGTH = 1024;

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

	private static final Pattern HEADER_NAME = Pattern.compile("[-_A-Za-z0-9]+");

	private static final String TOO_LONG = "makes an expression of more than " + MAX_REGEX_LENGTH
			+ " characters, which Istio refuses";

	static void checkPaths(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
		PathRegex regex = model.pathRegex(RegexDialect.RAW);
		for (PathExpression path : policy.paths()) {
			// A slash more is what the search for ambiguous paths adds.
			if (regex.ofWhole(path).length() >= MAX_REGEX_LENGTH) {
				findings.path(policy, path, TOO_LONG, "Write a shorter path, or a wildcard.");
			}
		}
	}

	void check() {
		checkOrigins();
		checkMethods();
		checkHeaders("allowed-headers", resolved().allowedHeaders());
		checkHeaders("exposed-headers", resolved().exposedHeaders());
		if (resolved().maxAge().isZero()) {
			this.findings.add(this.policy, "max-age", "0s", "cannot be said: Istio refuses it", "Write 1s or more.");
		}
		if (resolved().allowCredentials() && resolved().allowsAnyHeader()) {
			this.findings.add(this.policy, "allowed-headers", "*",
					"would be answered as *, which means nothing to browsers where credentials are allowed",
					"List the headers.");
		}
	}

	private ResolvedPolicy resolved() {
		return this.policy.resolved();
	}

	private void checkOrigins() {
		OriginRegex regex = new OriginRegex(RegexDialect.RE2);
		for (OriginPattern origin : OriginRegex.open(this.policy.origins())) {
			if (regex.of(origin).length() > MAX_REGEX_LENGTH) {
				this.findings.origin(this.policy, origin.toString(), TOO_LONG, "List the origins.");
			}
		}
	}

	private void checkMethods() {
		List<String> others = resolved().allowedMethods()
			.stream()
			.filter((method) -> !METHODS.contains(method))
			.toList();
		if (!others.isEmpty()) {
			this.findings.add(this.policy, "allowed-methods", String.join(", ", others),
					"is no method that Istio lets a policy list",
					"List methods of RFC 9110 and PATCH, or keep CORS to the application.");
		}
	}

	private void checkHeaders(String key, List<String> names) {
		List<String> others = names.stream()
			.filter((name) -> !name.equals("*") && !HEADER_NAME.matcher(name).matches())
			.toList();
		if (!others.isEmpty()) {
			this.findings.add(this.policy, key, String.join(", ", others),
					"has other characters than the letters, digits, - and _ that Istio lets names have",
					"Rename the header, or keep CORS to the application.");
		}
	}

}
