package io.github.corsstarter.edge.nginx;

import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.OwnOrigin;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.Numbered;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Writes the maps that work out what a request gets. A map is asked only when its
 * variable is, so that a request costs the checks of its own policy.
 */
final class NginxHttp {

	private static final String NOTHING = "\"\"";

	private static final String UPSTREAM = "$upstream_http_access_control_";

	private final EdgeModel model;

	private final StringBuilder text = new StringBuilder();

	private final Numbered<List<String>> origins = new Numbered<>();

	private final Numbered<String> methods = new Numbered<>();

	private final Numbered<String> headers = new Numbered<>();

	NginxHttp(EdgeModel model) {
		this.model = model;
	}

	@Override
	public String toString() {
		addPolicy();
		addKind();
		addChecks();
		addResult();
		addHeaders();
		return this.text.toString();
	}

	private void add(String comment, NginxMap... maps) {
		this.text.append("\n# ").append(comment).append('\n');
		for (NginxMap map : maps) {
			this.text.append(map);
		}
	}

	private void addPolicy() {
		PathRegex regex = this.model.pathRegex(RegexDialect.PCRE);
		boolean none = this.model.policies().isEmpty();
		NginxMap near = new NginxMap("$uri", "cors_near", NOTHING);
		this.model.beginnings().forEach((beginning) -> near.regex(regex.near(beginning), "0"));
		NginxMap plain = new NginxMap("$uri", "cors_plain", NOTHING);
		this.model.paths().forEach((path) -> plain.regex(regex.of(path.path()), String.valueOf(path.policy())));
		add("Paths that servers read in different ways: their CORS requests are refused.",
				new NginxMap("$request_uri", "cors_odd", "no").regex(OddPaths.ANYWHERE, "anywhere")
					.regex(OddPaths.NEARBY, "nearby"),
				near);
		add("The number of the policy: that of the first path that matches. 0 refuses.", plain,
				new NginxMap("$cors_odd", "cors_policy", "$cors_plain").line("anywhere", none ? NOTHING : "0")
					.line("nearby", "$cors_near"));
		add("Policies that let every origin read.", perPolicy("cors_open", "0", (policy) -> policy.open() ? "1" : "0"));
		add("Policies whose refused requests go on, without CORS headers.",
				perPolicy("cors_forward", "0", (policy) -> policy.forwards() ? "1" : "0"));
	}

	/**
	 * Writes a map by policy, without the lines that say the same as the default.
	 */
	private NginxMap perPolicy(String variable, String otherwise, Function<EdgePolicy, String> value) {
		NginxMap map = new NginxMap("$cors_policy", variable, otherwise);
		for (EdgePolicy policy : this.model.policies()) {
			String own = value.apply(policy);
			if (!own.equals(otherwise)) {
				map.line(policy.number(), own);
			}
		}
		return map;
	}

	private void addKind() {
		add("What kind of request it is: none (no origin), preflight, same (origin) or actual.",
				new NginxMap("$http_origin", "cors_kind", "$cors_kind_of_method").line(NOTHING, "none"),
				new NginxMap("\"$request_method $http_access_control_request_method\"", "cors_kind_of_method",
						"$cors_kind_of_site")
					.regex("^OPTIONS .", "preflight"),
				new NginxMap("$http_sec_fetch_site", "cors_kind_of_site", "actual").line(NOTHING, "$cors_kind_of_host")
					.regex("^same-origin\\z", "same"),
				new NginxMap("\"$http_origin $scheme://$http_host\"", "cors_kind_of_host", "actual")
					.regex(OwnOrigin.REGEX, "same"),
				new NginxMap("$cors_kind", "cors_method", "$request_method").line("preflight",
						"$http_access_control_request_method"));
	}

	private void addChecks() {
		NginxMap origin = perPolicy("cors_origin_allowed", "0", this::originCheck);
		NginxMap method = perPolicy("cors_method_allowed", "0", this::methodCheck);
		NginxMap header = perPolicy("cors_headers_allowed", "0", this::headerCheck);
		add("What policies allow, each list once.");
		this.origins.forEach((regexes, number) -> {
			NginxMap map = new NginxMap("$http_origin", "cors_origin_" + number, "0");
			regexes.forEach((regex) -> map.regex(regex, "1"));
			this.text.append(map);
		});
		this.methods.forEach((regex, number) -> this.text
			.append(new NginxMap("$cors_method", "cors_method_" + number, "0").regex(regex, "1")));
		this.headers.forEach((regex, number) -> this.text.append(
				new NginxMap("$http_access_control_request_headers", "cors_headers_" + number, "0").line(NOTHING, "1")
					.regex(regex, "1")));
		add("What the request's policy allows.", origin, method, header);
	}

	private String originCheck(EdgePolicy policy) {
		if (policy.refusing()) {
			return "0";
		}
		return policy.open() ? "1"
				: "$cors_origin_" + this.origins.of(new OriginRegex(RegexDialect.PCRE).of(policy.origins()));
	}

	private String methodCheck(EdgePolicy policy) {
		return policy.refusing() ? "0" : "$cors_method_"
				+ this.methods.of(new ListRegex(RegexDialect.PCRE).methods(policy.resolved().allowedMethods()));
	}

	private String headerCheck(EdgePolicy policy) {
		return policy.refusing() ? "0" : "$cors_headers_"
				+ this.headers.of(new ListRegex(RegexDialect.PCRE).headers(policy.resolved().allowedHeaders()));
	}

	private void addResult() {
		String status = String.valueOf(this.model.settings().preflightStatus());
		add("What the request gets: untouched, passing (no origin), open (the same for everyone), granted, bare (goes\n"
				+ "# on without CORS headers), blocked, preflight (granted) or refused (a preflight).",
				new NginxMap("\"$cors_origin_allowed$cors_method_allowed$cors_headers_allowed\"", "cors_preflight",
						"refused")
					.line("111", "preflight"),
				new NginxMap("\"$cors_origin_allowed$cors_method_allowed$cors_open$cors_forward\"", "cors_actual",
						"blocked")
					.regex("^111", "open")
					.regex("^110", "granted")
					.regex("1\\z", "bare"),
				new NginxMap("\"$cors_policy:$cors_kind:$cors_open\"", "cors_result", "$cors_actual")
					.regex("^:", "untouched")
					.regex(":(?:none|same):1\\z", "open")
					.regex(":none:", "passing")
					.regex(":same:", "bare")
					.regex(":preflight:", "$cors_preflight"),
				new NginxMap("$cors_result", "cors_status", "0").line("preflight", status)
					.line("blocked", "403")
					.line("refused", "403"));
	}

	private void addHeaders() {
		add("The headers of the response; an empty one is not sent. What no policy governs keeps the upstream's.",
				header("allow_origin").line("open", "\"*\"")
					.line("granted", "$http_origin")
					.line("preflight", "$cors_preflight_origin"),
				new NginxMap("$cors_open", "cors_preflight_origin", "$http_origin").line("1", "\"*\""),
				header("allow_credentials").line("granted", "$cors_credentials").line("preflight", "$cors_credentials"),
				resolved("cors_credentials", (policy) -> policy.allowCredentials() ? "true" : NOTHING),
				header("expose_headers").line("open", "$cors_exposed").line("granted", "$cors_exposed"),
				resolved("cors_exposed", (policy) -> list(String.join(",", policy.exposedHeaders()))),
				header("allow_methods").line("preflight", "$cors_methods"),
				resolved("cors_methods",
						(policy) -> policy.allowsAnyMethod() ? "$http_access_control_request_method"
								: list(String.join(",", policy.allowedMethods()))),
				header("allow_headers").line("preflight", "$cors_headers"),
				resolved("cors_headers",
						(policy) -> policy.allowsAnyHeader() ? "$cors_requested_headers"
								: list(String.join(",", policy.allowedHeaders()))),
				new NginxMap("$http_access_control_request_headers", "cors_requested_headers", NOTHING)
					.regex("[^\\x09 ,]", "$http_access_control_request_headers"),
				header("max_age").line("preflight", "$cors_seconds"),
				resolved("cors_seconds", (policy) -> String.valueOf(policy.maxAge().toSeconds())),
				header("allow_private_network"),
				new NginxMap("$cors_result", "cors_cache_control", NOTHING).line("blocked", "no-store"));
		String preflight = "\"Origin, Access-Control-Request-Method, Access-Control-Request-Headers\"";
		NginxMap vary = new NginxMap("$cors_result", "cors_vary", NOTHING).line("preflight", preflight)
			.line("refused", preflight);
		for (String result : new String[] { "passing", "granted", "bare", "blocked" }) {
			vary.line(result, "$cors_vary_origin");
		}
		add("Vary is added to the upstream's, unless that names the origin.", vary,
				new NginxMap("$upstream_http_vary", "cors_vary_origin", "Origin")
					.regex("(?i:(?:^|,)[\\x09 ]*origin[\\x09 ]*(?:,|\\z))", NOTHING));
	}

	private static NginxMap header(String name) {
		String upstream = UPSTREAM + name;
		return new NginxMap("$cors_result", "cors_" + name, NOTHING).line("untouched", upstream)
			.line("passing", upstream);
	}

	private NginxMap resolved(String variable, Function<ResolvedPolicy, String> value) {
		return perPolicy(variable, NOTHING, (policy) -> value.apply(policy.resolved()));
	}

	private static String list(String list) {
		return NginxMap.quoteValue(list);
	}

}
