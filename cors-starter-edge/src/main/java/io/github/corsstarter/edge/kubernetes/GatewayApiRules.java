package io.github.corsstarter.edge.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePath;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.writer.YamlText;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Makes rules of HTTPRoutes, and as many HTTPRoutes as they need.
 */
final class GatewayApiRules {

	private static final int MAX_RULES = 16;

	private static final int MAX_MATCHES_OF_RULE = 64;

	private static final int MAX_MATCHES = 128;

	private static final Map<String, ?> OWN_HEADERS = YamlText.map("type", "ResponseHeaderModifier",
			"responseHeaderModifier", YamlText.map("remove", HeaderNames.RESPONSE_HEADERS, "add",
					List.of(YamlText.map("name", "Vary", "value", HeaderNames.ORIGIN))));

	private final EdgeModel model;

	private final List<Rule> rules = new ArrayList<>();

	private final List<Map<String, ?>> refused = new ArrayList<>();

	GatewayApiRules(EdgeModel model) {
		this.model = model;
	}

	/**
	 * Returns the path of a match.
	 */
	static String path(EdgeModel model, PathExpression path) {
		String text = model.basePath()
				+ String.join("", path.segments().stream().map(PathSegment::text).map("/"::concat).toList());
		return text.isEmpty() ? "/" : text;
	}

	String documents() {
		this.model.policies().forEach(this::add);
		this.model.paths()
			.stream()
			.filter(EdgePath::isAmbiguous)
			.forEach((path) -> this.refused.add(match(path.path())));
		addRules(this.refused, List.of(OWN_HEADERS));
		StringBuilder text = new StringBuilder();
		// A route without rules would be one for all paths.
		List<List<Rule>> routes = this.rules.isEmpty() ? List.of() : routes();
		for (int i = 0; i < routes.size(); i++) {
			String name = "cors" + ((routes.size() > 1) ? "-" + (i + 1) : "");
			text.append((i == 0) ? "\n" : "---\n").append(YamlText.of(route(name, routes.get(i))));
		}
		return text.toString();
	}

	private static Map<String, ?> route(String name, List<Rule> rules) {
		return YamlText.map("apiVersion", "gateway.networking.k8s.io/v1", "kind", "HTTPRoute", "metadata",
				Map.of("name", name), "spec", Map.of("rules", rules.stream().map(Rule::toMap).toList()));
	}

	private List<List<Rule>> routes() {
		List<List<Rule>> routes = new ArrayList<>(List.of(new ArrayList<>()));
		int matches = 0;
		for (Rule rule : this.rules) {
			List<Rule> last = routes.get(routes.size() - 1);
			matches += rule.matches().size();
			if (last.size() == MAX_RULES || matches > MAX_MATCHES) {
				last = new ArrayList<>();
				routes.add(last);
				matches = rule.matches().size();
			}
			last.add(rule);
		}
		return routes;
	}

	private void add(EdgePolicy policy) {
		List<Map<String, ?>> paths = policy.paths().stream().<Map<String, ?>>map(this::match).distinct().toList();
		boolean limited = policy.limitsSafelistedMethods();
		if (limited || policy.refusing()) {
			this.refused.addAll(paths);
		}
		if (!policy.refusing()) {
			List<Map<String, ?>> matches = limited ? withMethods(paths, policy.resolved().allowedMethods()) : paths;
			addRules(matches, List.of(YamlText.map("type", "CORS", "cors", filter(policy)), OWN_HEADERS));
		}
	}

	private Map<String, ?> match(PathExpression path) {
		return Map.of("path",
				YamlText.map("type", path.isCatchAll() ? "PathPrefix" : "Exact", "value", path(this.model, path)));
	}

	private static List<Map<String, ?>> withMethods(List<Map<String, ?>> paths, List<String> methods) {
		List<String> all = Stream.concat(methods.stream(), Stream.of("OPTIONS")).distinct().toList();
		return paths.stream().flatMap((path) -> all.stream().<Map<String, ?>>map((method) -> {
			Map<String, Object> match = new LinkedHashMap<>(path);
			match.put("method", method);
			return match;
		})).toList();
	}

	private static Map<String, ?> filter(EdgePolicy policy) {
		ResolvedPolicy resolved = policy.resolved();
		Map<String, Object> filter = new LinkedHashMap<>();
		filter.put("allowOrigins",
				policy.open() ? List.of("*") : resolved.allowedOrigins().stream().distinct().toList());
		filter.put("allowCredentials", resolved.allowCredentials());
		filter.put("allowMethods", resolved.allowedMethods());
		if (!resolved.allowedHeaders().isEmpty()) {
			filter.put("allowHeaders", resolved.allowedHeaders());
		}
		if (!resolved.exposedHeaders().isEmpty()) {
			filter.put("exposeHeaders", resolved.exposedHeaders());
		}
		filter.put("maxAge", resolved.maxAge().toSeconds());
		return filter;
	}

	private void addRules(List<Map<String, ?>> matches, List<Map<String, ?>> filters) {
		for (int i = 0; i < matches.size(); i += MAX_MATCHES_OF_RULE) {
			this.rules.add(new Rule(matches.subList(i, Math.min(i + MAX_MATCHES_OF_RULE, matches.size())), filters));
		}
	}

	private record Rule(List<Map<String, ?>> matches, List<Map<String, ?>> filters) {

		Map<String, ?> toMap() {
			return YamlText.map("matches", this.matches, "filters", this.filters, "backendRefs",
					List.of(YamlText.map("name", "application", "port", 8080)));
		}

	}

}
