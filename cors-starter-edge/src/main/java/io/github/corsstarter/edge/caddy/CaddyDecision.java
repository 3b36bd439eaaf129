package io.github.corsstarter.edge.caddy;

import java.util.List;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.fetch.RequestedHeaders;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Writes the handlers that work out what a request gets. A map is asked anew wherever its
 * placeholder stands; what it says is kept in variables.
 */
final class CaddyDecision {

	static final String ORIGIN = "{http.request.header.Origin}";

	private static final String METHOD_ASKED = "{http.request.header.Access-Control-Request-Method}";

	private static final String HEADERS_ASKED = "{http.request.header.Access-Control-Request-Headers}";

	private final EdgeModel model;

	private final CaddyLines lines;

	private final ListRegex lists = new ListRegex(RegexDialect.RE2);

	CaddyDecision(EdgeModel model, CaddyLines lines) {
		this.model = model;
		this.lines = lines;
	}

	void write() {
		writePolicy();
		writeKind();
		this.model.policies().forEach(this::writePolicy);
		writeResult();
	}

	private void writePolicy() {
		PathRegex regex = this.model.pathRegex(RegexDialect.RE2);
		this.lines.comment("Paths that servers read in different ways: their CORS requests are refused.");
		this.lines.map("{http.request.orig_uri}", "odd");
		if (!this.model.policies().isEmpty()) {
			this.lines.regex(OddPaths.ANYWHERE, "anywhere");
		}
		this.lines.regex(OddPaths.NEARBY, "nearby").otherwise("no");
		this.lines.map("{http.request.orig_uri.path}", "near");
		this.model.beginnings().forEach((beginning) -> this.lines.regex(regex.near(beginning), "0"));
		this.lines.otherwise("none");
		this.lines.comment("The number of the policy: that of the first path that matches. 0 refuses.");
		this.lines.map("{http.request.orig_uri.path}", "plain");
		this.model.paths().forEach((path) -> this.lines.regex(regex.of(path.path()), String.valueOf(path.policy())));
		this.lines.otherwise("none");
		this.lines.map("\"{cors_odd}|{cors_near}|{cors_plain}\"", "path_policy")
			.regex("^anywhere", "0")
			.regex("^nearby\\|([^|]*)", "$1")
			.regex("([^|]*)$", "$1")
			.otherwise("none");
		this.lines.line("vars cors_policy {cors_path_policy}");
	}

	private void writeKind() {
		this.lines.comment(
				"What kind of request it is: none (no origin), preflight, overlong (one, too), same (origin) or actual.");
		this.lines.line("@cors_asked header Origin *");
		this.lines.open("@cors_same_site").line("header Origin *").line("header Sec-Fetch-Site same-origin").close();
		this.lines.open("@cors_own")
			.line("header Origin *")
			.line("header !Sec-Fetch-Site")
			.line("expression `" + ORIGIN + " == {http.request.scheme} + \"://\" + {http.request.hostport}`")
			.close();
		writePreflight("@cors_preflight_asked").close();
		writePreflight("@cors_overlong")
			.line("expression `size(" + HEADERS_ASKED + ") > " + RequestedHeaders.MAX_CHARACTERS + "`")
			.close();
		this.lines.line("vars cors_kind none")
			.line("vars @cors_asked cors_kind actual")
			.line("vars @cors_same_site cors_kind same")
			.line("vars @cors_own cors_kind same")
			.line("vars @cors_preflight_asked cors_kind preflight")
			.line("vars @cors_overlong cors_kind overlong")
			.line("vars cors_method {http.request.method}")
			.line("vars @cors_preflight_asked cors_method " + METHOD_ASKED);
	}

	private CaddyLines writePreflight(String matcher) {
		return this.lines.open(matcher)
			.line("method OPTIONS")
			.line("header Origin *")
			.line("header Access-Control-Request-Method *");
	}

	private void writePolicy(EdgePolicy policy) {
		this.lines.comment("What policy " + policy.number() + " allows.");
		this.lines.matcher("policy_" + policy.number(), "policy", String.valueOf(policy.number()));
		this.lines.open("route @cors_policy_" + policy.number());
		this.lines.line("vars cors_forward " + (policy.forwards() ? "1" : "0"));
		if (!policy.refusing()) {
			writeChecks(policy);
			writeValues(policy);
		}
		this.lines.close();
	}

	private void writeChecks(EdgePolicy policy) {
		this.lines.map(ORIGIN, "origin_allowed");
		OriginRegex.exact(policy.origins()).forEach((origin) -> this.lines.text(origin, "1"));
		List<String> open = new OriginRegex(RegexDialect.RE2).ofOpen(policy.origins());
		if (!open.isEmpty()) {
			this.lines.regex("^.{" + (Origins.MAX_LENGTH + 1) + "}", "0");
		}
		open.forEach((regex) -> this.lines.regex(regex, "1"));
		this.lines.otherwise(policy.open() ? "1" : "0");
		this.lines.map("{vars.cors_method}", "method_allowed")
			.regex(this.lists.methods(policy.resolved().allowedMethods()), "1")
			.otherwise("0");
		this.lines.map(HEADERS_ASKED, "headers_allowed")
			.regex(this.lists.headers(policy.resolved().allowedHeaders()), "1")
			.otherwise("0");
		if (policy.resolved().allowsAnyHeader()) {
			this.lines.map(HEADERS_ASKED, "headers_echoed").regex("^.*[^\\x09 ,].*$", "$0").otherwise("\"\"");
		}
	}

	private void writeValues(EdgePolicy policy) {
		ResolvedPolicy resolved = policy.resolved();
		this.lines.open("vars")
			.line("cors_open " + (policy.open() ? "1" : "0"))
			.line("cors_origin " + (policy.open() ? "*" : ORIGIN))
			.line("cors_credentials " + (resolved.allowCredentials() ? "true" : "\"\""))
			.line("cors_exposed " + list(resolved.exposedHeaders()))
			.line("cors_methods " + (resolved.allowsAnyMethod() ? METHOD_ASKED : list(resolved.allowedMethods())))
			.line("cors_headers "
					+ (resolved.allowsAnyHeader() ? "{cors_headers_echoed}" : list(resolved.allowedHeaders())))
			.line("cors_seconds " + resolved.maxAge().toSeconds())
			.close();
	}

	private static String list(List<String> values) {
		return CaddyLines.quote(String.join(",", values));
	}

	private void writeResult() {
		this.lines.comment(
				"What the request gets: untouched (no policy), passing (no origin), open (the same for everyone), granted,",
				"bare (goes on without CORS headers), blocked, preflight (granted) or refused (a preflight).");
		this.lines
			.map("\"{vars.cors_policy}|{vars.cors_kind}|{vars.cors_open}|{vars.cors_forward}|"
					+ "{cors_origin_allowed}{cors_method_allowed}{cors_headers_allowed}\"", "outcome")
			.regex("^none\\|", "untouched")
			.regex("\\|(?:none|same)\\|1\\|", "open")
			.regex("\\|none\\|", "passing")
			.regex("\\|same\\|", "bare")
			.regex("\\|preflight\\|.*\\|111$", "preflight")
			.regex("\\|(?:preflight|overlong)\\|", "refused")
			.regex("\\|1\\|[01]\\|11[01]$", "open")
			.regex("\\|11[01]$", "granted")
			.regex("\\|1\\|[01]*$", "bare")
			.otherwise("blocked");
		this.lines.line("vars cors_result {cors_outcome}");
	}

}
