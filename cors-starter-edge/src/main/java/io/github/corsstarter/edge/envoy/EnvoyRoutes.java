package io.github.corsstarter.edge.envoy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePath;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.YamlText;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Makes routes. For each path there is one for each thing that a request can get, so that
 * no filter is needed.
 */
final class EnvoyRoutes {

	/** Where requests go that are not answered by Envoy. */
	static final String CLUSTER = "application";

	private static final Map<String, ?> OPTIONS = EnvoyMatch.exact(":method", "OPTIONS");

	private static final Map<String, ?> METHOD_ASKED = EnvoyMatch.present("access-control-request-method");

	private static final String PREFLIGHT_VARY = String.join(", ", HeaderNames.ORIGIN, HeaderNames.REQUEST_METHOD,
			HeaderNames.REQUEST_HEADERS);

	private final EdgeModel model;

	private final ListRegex lists = new ListRegex(RegexDialect.RE2);

	private final List<Map<String, ?>> routes = new ArrayList<>();

	EnvoyRoutes(EdgeModel model) {
		this.model = model;
	}

	List<Map<String, ?>> routes() {
		if (!this.model.policies().isEmpty()) {
			OddPaths.RAW_ANYWHERE.forEach((regex) -> addRefusing(EnvoyMatch.ofRegex(regex), false));
		}
		PathRegex regex = this.model.pathRegex(RegexDialect.RAW);
		for (List<String> beginning : this.model.beginnings()) {
			addRefusing(
					EnvoyMatch.ofRegex(regex.nearWhole(beginning)).and(EnvoyMatch.regex(":path", OddPaths.RAW_NEARBY)),
					false);
		}
		for (EdgePath path : this.model.paths()) {
			EnvoyMatch match = EnvoyMatch.of(path.path(), regex);
			if (path.isAmbiguous()) {
				addRefusing(match, false);
			}
			else {
				add(match, this.model.policies().get(path.policy() - 1));
			}
		}
		return this.routes;
	}

	private void add(EnvoyMatch match, EdgePolicy policy) {
		if (policy.refusing()) {
			addRefusing(match, policy.forwards());
			return;
		}
		boolean open = policy.open();
		ResolvedPolicy resolved = policy.resolved();
		if (open) {
			goOn(match.and(EnvoyMatch.absent("origin")), actual(policy), true);
		}
		else {
			goOn(match.and(EnvoyMatch.absent("origin")), vary("Origin"), false);
		}
		List<Map<String, ?>> asked = EnvoyMatch.methods("access-control-request-method", resolved.allowedMethods());
		Map<String, ?> names = EnvoyMatch.regexOrAbsent("access-control-request-headers",
				this.lists.headersWhole(resolved.allowedHeaders()));
		for (List<Map<String, ?>> origin : EnvoyMatch.origins(policy.origins())) {
			EnvoyMatch preflight = match.and(OPTIONS).and(origin).and(asked).and(names);
			answer(preflight, this.model.settings().preflightStatus(), preflight(policy), "");
		}
		refusePreflight(match);
		goOn(match.and(EnvoyMatch.exact("sec-fetch-site", "same-origin")), open ? actual(policy) : vary("Origin"),
				true);
		for (List<Map<String, ?>> origin : EnvoyMatch.origins(policy.origins())) {
			goOn(match.and(origin).and(EnvoyMatch.methods(":method", resolved.allowedMethods())), actual(policy), true);
		}
		refuseActual(match, policy.forwards());
	}

	private void addRefusing(EnvoyMatch match, boolean forward) {
		goOn(match.and(EnvoyMatch.absent("origin")), vary("Origin"), false);
		refusePreflight(match);
		goOn(match.and(EnvoyMatch.exact("sec-fetch-site", "same-origin")), vary("Origin"), true);
		refuseActual(match, forward);
	}

	private void refusePreflight(EnvoyMatch match) {
		answer(match.and(OPTIONS).and(METHOD_ASKED), 403, vary(PREFLIGHT_VARY), "");
	}

	private void refuseActual(EnvoyMatch match, boolean forward) {
		if (forward) {
			goOn(match, vary("Origin"), true);
			return;
		}
		Map<String, String> headers = vary("Origin");
		headers.put("Cache-Control", "no-store");
		answer(match, 403, headers, "Cross-origin request refused.\n");
	}

	private static Map<String, String> vary(String names) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Vary", names);
		return headers;
	}

	private static Map<String, String> origin(EdgePolicy policy) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(HeaderNames.ALLOW_ORIGIN, policy.open() ? "*" : "%REQ(origin)%");
		if (policy.resolved().allowCredentials()) {
			headers.put(HeaderNames.ALLOW_CREDENTIALS, "true");
		}
		return headers;
	}

	private static Map<String, String> actual(EdgePolicy policy) {
		Map<String, String> headers = origin(policy);
		put(headers, HeaderNames.EXPOSE_HEADERS, policy.resolved().exposedHeaders());
		if (!policy.open()) {
			headers.put("Vary", "Origin");
		}
		return headers;
	}

	private static Map<String, String> preflight(EdgePolicy policy) {
		ResolvedPolicy resolved = policy.resolved();
		Map<String, String> headers = origin(policy);
		if (resolved.allowsAnyMethod()) {
			headers.put(HeaderNames.ALLOW_METHODS, "%REQ(access-control-request-method)%");
		}
		else {
			put(headers, HeaderNames.ALLOW_METHODS, resolved.allowedMethods());
		}
		if (resolved.allowsAnyHeader()) {
			headers.put(HeaderNames.ALLOW_HEADERS, "%REQ(access-control-request-headers)%");
		}
		else {
			put(headers, HeaderNames.ALLOW_HEADERS, resolved.allowedHeaders());
		}
		headers.put(HeaderNames.MAX_AGE, String.valueOf(resolved.maxAge().toSeconds()));
		headers.put("Vary", PREFLIGHT_VARY);
		return headers;
	}

	/**
	 * Puts a list. In a value, a percent sign would start a command.
	 */
	private static void put(Map<String, String> headers, String name, List<String> values) {
		if (!values.isEmpty()) {
			headers.put(name, String.join(",", values).replace("%", "%%"));
		}
	}

	private void goOn(EnvoyMatch match, Map<String, String> headers, boolean owned) {
		Map<String, Object> route = new LinkedHashMap<>();
		route.put("match", match.toMap());
		route.put("route", Map.of("cluster", CLUSTER));
		if (owned) {
			route.put("response_headers_to_remove", HeaderNames.RESPONSE_HEADERS);
		}
		this.routes.add(withHeaders(route, headers));
	}

	private void answer(EnvoyMatch match, int status, Map<String, String> headers, String body) {
		Map<String, Object> route = new LinkedHashMap<>();
		route.put("match", match.toMap());
		route.put("direct_response", body.isEmpty() ? Map.of("status", status)
				: YamlText.map("status", status, "body", Map.of("inline_string", body)));
		this.routes.add(withHeaders(route, headers));
	}

	private static Map<String, ?> withHeaders(Map<String, Object> route, Map<String, String> headers) {
		List<Map<String, ?>> added = new ArrayList<>();
		headers.forEach((name, value) -> added.add(YamlText.map("header", YamlText.map("key", name, "value", value),
				"append_action", name.equals("Vary") ? "APPEND_IF_EXISTS_OR_ADD" : "OVERWRITE_IF_EXISTS_OR_ADD")));
		route.put("response_headers_to_add", added);
		return route;
	}

}
