package io.github.corsstarter.edge.haproxy;

import java.util.List;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePath;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.fetch.RequestedHeaders;
import io.github.corsstarter.origin.OriginSet;

/**
 * Writes the rules that work out what a request gets.
 */
final class HaproxyFrontend {

	private static final String REQUESTED = "access-control-request-headers";

	private static final String NO_POLICY_YET = "!{ var(txn.cors_policy) -m found }";

	private static final String NOT_PLAIN = "!{ var(txn.cors_plain) -m found }";

	private static final String NO_RESULT_YET = "cors_governed !{ var(txn.cors_result) -m found }";

	private final EdgeModel model;

	private final HaproxyLines lines;

	private final ListRegex lists = new ListRegex(RegexDialect.PCRE);

	HaproxyFrontend(EdgeModel model, HaproxyLines lines) {
		this.model = model;
		this.lines = lines;
	}

	void write() {
		writePolicy();
		writeKind();
		writeChecks();
		writeResult();
	}

	private void writePolicy() {
		PathRegex regex = this.model.pathRegex(RegexDialect.PCRE);
		this.lines.comment("Paths that servers read in different ways: their CORS requests are refused.");
		this.lines.regex("anywhere", "path", OddPaths.ANYWHERE);
		this.lines.regex("nearby", "path", OddPaths.NEARBY);
		this.lines.set("path", "path,url_dec", "");
		// A condition is worked out anew wherever it stands, a variable is not.
		this.lines.set("plain", "path,url_dec", "!cors_nearby");
		this.lines.comment("The number of the policy: that of the first path that matches. 0 refuses.");
		if (!this.model.policies().isEmpty()) {
			this.lines.set("policy", "str(0)", "cors_anywhere");
		}
		for (List<String> beginning : this.model.beginnings()) {
			this.lines.set("policy", "str(0)",
					NO_POLICY_YET + " " + NOT_PLAIN + " " + matches("path", regex.near(beginning)));
		}
		for (EdgePath path : this.model.paths()) {
			this.lines.set("policy", "str(" + path.policy() + ")",
					NO_POLICY_YET + " " + matches("plain", regex.of(path.path())));
		}
		this.lines.acl("governed", "var(txn.cors_policy) -m found");
		this.lines.policies("open", this.model.policies().stream().filter(EdgePolicy::open).toList());
		this.lines.policies("forward", this.model.policies().stream().filter(EdgePolicy::forwards).toList());
	}

	private static String matches(String variable, String regex) {
		return "{ var(txn.cors_" + variable + ") -m reg -- " + HaproxyLines.quote(regex) + " }";
	}

	private void writeKind() {
		this.lines.comment("What kind of request it is.");
		this.lines.acl("asked", "req.fhdr_cnt(origin) gt 0");
		this.lines.acl("one_origin", "req.fhdr_cnt(origin) eq 1");
		this.lines.acl("method_asked", "req.fhdr_cnt(access-control-request-method) gt 0");
		this.lines.acl("methods_asked", "req.fhdr_cnt(access-control-request-method) gt 1");
		this.lines.set("origin", "req.fhdr(origin,1)", "");
		this.lines.set("kind", "str(preflight)", "cors_asked METH_OPTIONS cors_method_asked");
		this.lines.acl("preflight", "var(txn.cors_kind) -m str -- preflight");
		// The sample "method" becomes OPTIONS in a variable where HAProxy knows no name.
		this.lines.set("method", "capture.req.method", "!cors_preflight");
		this.lines.set("method", "req.fhdr(access-control-request-method,1)", "cors_preflight");
		writeOwnOrigin("http", 80, "!{ ssl_fc }");
		writeOwnOrigin("https", 443, "{ ssl_fc }");
		this.lines.acl("own", "var(txn.cors_own),strcmp(txn.cors_origin) eq 0");
		this.lines.acl("site", "req.fhdr_cnt(sec-fetch-site) gt 0");
		this.lines.acl("same_site", "req.fhdr(sec-fetch-site,1) -m str -- same-origin");
		this.lines.set("kind", "str(same)", "cors_asked !cors_preflight cors_same_site");
		this.lines.set("kind", "str(same)", "cors_one_origin !cors_preflight !cors_site cors_own");
		this.lines.acl("same_origin", "var(txn.cors_kind) -m str -- same");
	}

	private void writeOwnOrigin(String scheme, int port, String condition) {
		this.lines.set("own", "req.fhdr(host,1),lower,regsub(:" + port + "$,)", condition);
		this.lines.set("own", "str(" + scheme + "://),concat(,txn.cors_own,)", condition);
	}

	private void writeChecks() {
		this.lines.comment("What the policies allow, each list once.");
		this.model.grantingBy((policy) -> policy.resolved().allowedOrigins()).values().forEach(this::writeOrigins);
		this.model.grantingBy((policy) -> policy.resolved().allowedMethods()).forEach((methods, policies) -> {
			String name = "method_" + policies.get(0).number();
			this.lines.regex(name, "var(txn.cors_method)", this.lists.methods(methods));
			allow("method", policies, " cors_" + name);
		});
		this.model.grantingBy((policy) -> policy.resolved().allowedHeaders()).forEach(this::writeRequestedHeaders);
	}

	private void writeOrigins(List<EdgePolicy> policies) {
		OriginSet origins = policies.get(0).origins();
		if (origins.isAny()) {
			allow("origin", policies, "");
			return;
		}
		String name = "origin_" + policies.get(0).number();
		this.lines.acl(name, "var(txn.cors_origin) -m str",
				OriginRegex.exact(origins).stream().map(HaproxyLines::quote).toList());
		new OriginRegex(RegexDialect.PCRE).ofOpen(origins)
			.forEach((regex) -> this.lines.regex(name, "var(txn.cors_origin)", regex));
		allow("origin", policies, " cors_one_origin cors_" + name);
	}

	/**
	 * Each element of each field is looked at by itself: none may be another one.
	 */
	private void writeRequestedHeaders(List<String> names, List<EdgePolicy> policies) {
		String name = "header_" + policies.get(0).number();
		boolean any = names.contains("*");
		this.lines.regex(name, "req.hdr(" + REQUESTED + ")", this.lists.otherHeader(names));
		if (any || names.size() > RequestedHeaders.MAX_NAMES) {
			this.lines.acl(name, "req.hdr_cnt(" + REQUESTED + ") gt " + RequestedHeaders.MAX_NAMES);
		}
		if (any) {
			this.lines.acl(name, "req.fhdr_cnt(" + REQUESTED + ") gt " + HaproxyWriter.FIELDS);
			keepRequestedHeaders();
		}
		allow("headers", policies, " !cors_" + name);
	}

	/**
	 * Keeps each field for an echo: what was requested is gone when a response is made.
	 */
	private void keepRequestedHeaders() {
		for (int field = 1; field <= HaproxyWriter.FIELDS; field++) {
			this.lines.set("headers_" + field, "req.fhdr(" + REQUESTED + "," + field + ")",
					"cors_preflight { req.fhdr_cnt(" + REQUESTED + ") ge " + field + " } { req.hdr(" + REQUESTED
							+ ") -m reg -- . }");
		}
	}

	private void allow(String what, List<EdgePolicy> policies, String condition) {
		for (String policy : HaproxyLines.policies(policies)) {
			this.lines.set(what + "_allowed", "bool(true)", "cors_asked " + policy + condition);
		}
	}

	private void writeResult() {
		this.lines.comment(
				"What the request gets: passing (no origin), open (the same for everyone), granted, bare (goes on",
				"without CORS headers), blocked, preflight (granted) or refused (a preflight).");
		this.lines.acl("origin_allowed", "var(txn.cors_origin_allowed) -m bool");
		this.lines.acl("method_allowed", "var(txn.cors_method_allowed) -m bool");
		this.lines.acl("headers_allowed", "var(txn.cors_headers_allowed) -m bool");
		this.lines.acl("long", "req.fhdr(" + REQUESTED + "),length gt " + RequestedHeaders.MAX_CHARACTERS);
		result("open", "cors_open !cors_asked");
		result("open", "cors_open cors_same_origin");
		result("passing", "!cors_asked");
		result("bare", "cors_same_origin");
		result("preflight", "cors_preflight !cors_methods_asked !cors_long cors_origin_allowed cors_method_allowed"
				+ " cors_headers_allowed");
		result("refused", "cors_preflight");
		result("open", "cors_origin_allowed cors_method_allowed cors_open");
		result("granted", "cors_origin_allowed cors_method_allowed");
		result("bare", "cors_forward");
		result("blocked", "");
	}

	private void result(String result, String condition) {
		this.lines.set("result", "str(" + result + ")", (NO_RESULT_YET + " " + condition).strip());
	}

}
