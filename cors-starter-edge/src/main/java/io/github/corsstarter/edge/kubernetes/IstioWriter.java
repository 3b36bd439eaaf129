package io.github.corsstarter.edge.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePath;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeFindings;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.YamlText;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Says policies to Istio: routes of a VirtualService, of which the first that matches
 * counts, with its CORS policy.
 */
public final class IstioWriter implements EdgeWriter {

	private static final String SERVER = "Istio 1.23 or newer (checked by a schema of its rules)";

	private static final List<String> LOST = List.of(
			"Refused requests go on; their responses carry no CORS headers. Refused preflights may reach the application.",
			"Granted preflights are answered with 200, whatever cors.preflight-status is.",
			"Under an origin of * the request's own is answered in place of *, and only where there is one.",
			"Responses for odd paths (with ; // \\ %2F %5C, dot segments or needless escapes) carry no CORS headers.",
			"Vary may name Origin twice where the application names it, too.");

	private static final List<String> NOTES = List.of(
			"The destination \"application\" stands for yours; hosts and gateways are yours to add.",
			"The routes go in front of others, in their order.");

	private static final Map<String, ?> OWN_HEADERS = Map.of("response",
			YamlText.map("remove", HeaderNames.RESPONSE_HEADERS, "add", Map.of("Vary", HeaderNames.ORIGIN)));

	@Override
	public void check(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
		IstioRules.checkPaths(model, policy, findings);
		if (!policy.refusing()) {
			new IstioRules(policy, findings).check();
		}
	}

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		List<Map<String, ?>> routes = new ArrayList<>();
		if (!model.policies().isEmpty()) {
			routes.add(refusing(Stream.concat(OddPaths.RAW_ANYWHERE.stream(), Stream.of(OddPaths.RAW_ODD))
				.<Map<String, ?>>map((regex) -> Map.of("uri", Map.of("regex", regex)))
				.toList()));
		}
		PathRegex regex = model.pathRegex(RegexDialect.RAW);
		for (EdgePath path : model.paths()) {
			Map<String, ?> uri = Map.of("uri", Map.of("regex", regex.ofWhole(path.path())));
			EdgePolicy policy = path.isAmbiguous() ? null : model.policies().get(path.policy() - 1);
			if (policy != null && !policy.refusing()) {
				routes.add(granting(uri, policy));
			}
			if (policy == null || policy.refusing() || policy.limitsSafelistedMethods()) {
				routes.add(refusing(List.of(uri)));
			}
		}
		String head = files.head(SERVER)
			.include(
					"The routes in the VirtualService of the application, by kubectl apply or as a patch of kustomize.")
			.lost(LOST)
			.mind(NOTES)
			.text();
		Map<String, ?> document = YamlText.map("apiVersion", "networking.istio.io/v1", "kind", "VirtualService",
				"metadata", Map.of("name", "cors"), "spec", Map.of("http", routes));
		files.add("cors-virtualservice.yaml", head + (routes.isEmpty() ? "" : "\n" + YamlText.of(document)));
	}

	private static Map<String, ?> granting(Map<String, ?> uri, EdgePolicy policy) {
		return route(policy.limitsSafelistedMethods() ? List.of(with(uri, "method", methods(policy)), preflight(uri))
				: List.of(uri), YamlText.map("corsPolicy", policy(policy), "headers", OWN_HEADERS));
	}

	private static Map<String, ?> methods(EdgePolicy policy) {
		return Map.of("regex",
				String.join("|", policy.resolved().allowedMethods().stream().map(RegexDialect.RE2::quote).toList()));
	}

	private static Map<String, ?> preflight(Map<String, ?> uri) {
		return with(with(uri, "method", Map.of("exact", "OPTIONS")), "headers",
				Map.of("access-control-request-method", Map.of("regex", ".+")));
	}

	private static Map<String, ?> with(Map<String, ?> match, String key, Object value) {
		Map<String, Object> map = new LinkedHashMap<>(match);
		map.put(key, value);
		return map;
	}

	private static Map<String, ?> refusing(List<Map<String, ?>> matches) {
		return route(matches, Map.of("headers", OWN_HEADERS));
	}

	private static Map<String, ?> route(List<Map<String, ?>> matches, Map<String, ?> rest) {
		Map<String, Object> route = new LinkedHashMap<>();
		route.put("match", matches);
		route.putAll(rest);
		route.put("route", List.of(Map.of("destination", Map.of("host", "application"))));
		return route;
	}

	private static Map<String, ?> policy(EdgePolicy policy) {
		ResolvedPolicy resolved = policy.resolved();
		Map<String, Object> cors = new LinkedHashMap<>();
		cors.put("allowOrigins", policy.open() ? List.of(Map.of("regex", ".*")) : origins(policy));
		cors.put("allowMethods", resolved.allowedMethods());
		if (!resolved.allowedHeaders().isEmpty()) {
			// To browsers, * does not cover this one.
			cors.put("allowHeaders",
					resolved.allowsAnyHeader() ? List.of("*", "authorization") : resolved.allowedHeaders());
		}
		if (!resolved.exposedHeaders().isEmpty()) {
			cors.put("exposeHeaders", resolved.exposedHeaders());
		}
		cors.put("maxAge", resolved.maxAge().toSeconds() + "s");
		cors.put("allowCredentials", resolved.allowCredentials());
		cors.put("unmatchedPreflights", "IGNORE");
		return cors;
	}

	private static List<Map<String, ?>> origins(EdgePolicy policy) {
		Stream<Map<String, ?>> exact = OriginRegex.exact(policy.origins())
			.stream()
			.map((origin) -> Map.of("exact", origin));
		OriginRegex regex = new OriginRegex(RegexDialect.RE2);
		Stream<Map<String, ?>> open = regex.ofOpen(policy.origins()).stream().map((origin) -> Map.of("regex", origin));
		return Stream.concat(exact, open).toList();
	}

}
