package io.github.corsstarter.edge.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeFindings;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Says policies to the Gateway API: rules of HTTPRoutes with its CORS filter, of which
 * the rule with the most specific match counts. What its schema rejects is not written.
 */
public final class GatewayApiWriter implements EdgeWriter {

	private static final String SERVER = "the Kubernetes Gateway API 1.5 or newer (checked by a schema of its rules)";

	/** Most entries of a list of the filter. */
	private static final int MAX_ENTRIES = 64;

	private static final int MAX_NAME_LENGTH = 256;

	private static final int MAX_ORIGIN_LENGTH = 253;

	private static final int MAX_PATH_LENGTH = 1024;

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "*");

	/** What the schema takes for an origin, where that means the same as here. */
	private static final Pattern ORIGIN = Pattern
		.compile("https?://(?:[*][.])?(?:[a-z0-9-]+[.])*[a-z0-9-]+(?::[0-9]{1,5})?");

	private static final Pattern PATH = Pattern.compile("[-A-Za-z0-9/._~!$&'()*+,;=:@]+");

	private static final List<String> LOST = List.of(
			"Refused requests go on; their responses carry no CORS headers. Refused preflights are answered by the gateway"
					+ " or the application, without CORS headers.",
			"Paths are read as the gateway reads them.",
			"Taken by the letter, a gateway withholds CORS headers from requests with Authorization where credentials are"
					+ " not allowed, which is not what browsers ask for.",
			"Under allowed-headers: '*' a gateway may answer *, which does not cover Authorization.");

	private static final List<String> NOTES = List.of(
			"The Service \"application\" and its port 8080 stand for yours; parentRefs and hostnames are yours to add.",
			"A rule that matches a method never sees a preflight: these rules match OPTIONS, too, where they match any.",
			"The application's own CORS headers are removed by a ResponseHeaderModifier: try whether your gateway does"
					+ " that in front of its CORS filter.");

	@Override
	public void check(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
		policy.paths().forEach((path) -> checkPath(model, policy, path, findings));
		if (!policy.refusing()) {
			checkOrigins(policy, findings);
			checkMethods(policy, findings);
			checkHeaders(policy, "allowed-headers", policy.resolved().allowedHeaders(), findings);
			checkHeaders(policy, "exposed-headers", policy.resolved().exposedHeaders(), findings);
			if (policy.resolved().maxAge().isZero()) {
				findings.add(policy, "max-age", "0s", "cannot be said: a second is the least", "Write 1s or more.");
			}
		}
	}

	private static void checkPath(EdgeModel model, EdgePolicy policy, PathExpression path, EdgeFindings findings) {
		String text = GatewayApiRules.path(model, path);
		boolean literal = path.segments().stream().allMatch((segment) -> segment.kind() == PathSegment.Kind.LITERAL);
		String why = !literal ? "has a variable or wildcard that is no ** at the end"
				: !PATH.matcher(text).matches() ? "has characters that a match cannot hold"
						: (text.length() > MAX_PATH_LENGTH) ? "is longer than a match may be"
								: !isCaseSaid(model, text) ? "is compared without case, which a match cannot be" : "";
		if (!why.isEmpty()) {
			findings.path(policy, path, why, "Write literal paths, with ** at the end at most.");
		}
	}

	private static boolean isCaseSaid(EdgeModel model, String path) {
		return model.caseSensitive() || path.chars().noneMatch(Character::isLetter);
	}

	private static void checkOrigins(EdgePolicy policy, EdgeFindings findings) {
		List<String> origins = policy.resolved().allowedOrigins().stream().distinct().toList();
		if (policy.origins().isAny()) {
			return;
		}
		origins.stream()
			.filter((origin) -> origin.length() > MAX_ORIGIN_LENGTH || !ORIGIN.matcher(origin).matches())
			.forEach((origin) -> findings.origin(policy, origin,
					"is no http or https origin of at most " + MAX_ORIGIN_LENGTH
							+ " letters, digits and -, with *. in front and one port at most",
					"List origins of that form, or keep CORS to the application."));
		if (origins.size() > MAX_ENTRIES) {
			findings.add(policy, "allowed-origins", String.join(", ", origins),
					"is a list of " + origins.size() + "; " + MAX_ENTRIES + " are the most",
					"Split the policy by path, or write wildcards.");
		}
	}

	private static void checkMethods(EdgePolicy policy, EdgeFindings findings) {
		List<String> methods = policy.resolved().allowedMethods();
		List<String> others = methods.stream().filter((method) -> !METHODS.contains(method)).toList();
		if (!others.isEmpty()) {
			findings.add(policy, "allowed-methods", String.join(", ", others),
					"is none of the methods that a match and the filter know",
					"List methods of RFC 9110 and PATCH, or keep CORS to the application.");
		}
	}

	private static void checkHeaders(EdgePolicy policy, String key, List<String> names, EdgeFindings findings) {
		if (names.size() > MAX_ENTRIES || names.stream().anyMatch((name) -> name.length() > MAX_NAME_LENGTH)) {
			findings.add(
					policy, key, String.join(", ", names), "is a list of more than " + MAX_ENTRIES
							+ ", or has a name of more than " + MAX_NAME_LENGTH + " characters",
					"Shorten the list, or split the policy by path.");
		}
	}

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		String head = files.head(SERVER)
			.include("The rules in HTTPRoutes of the application, by kubectl apply or as patches of kustomize.")
			.lost(LOST)
			.mind(NOTES)
			.text();
		files.add("cors-httproute.yaml", head + new GatewayApiRules(model).documents());
	}

}
