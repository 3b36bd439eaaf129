package io.github.corsstarter.edge.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.OwnOrigin;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.scan.plan.Site;

import static io.github.corsstarter.edge.apache.ApacheRules.is;
import static io.github.corsstarter.edge.apache.ApacheRules.when;

/**
 * Writes the rules that work out what a request gets. All is kept in variables of the
 * request: a header that a condition names would be added to {@code Vary}.
 */
final class ApacheDecision {

	private static final String ORIGIN = "%{ENV:CORS_ORIGIN}";

	private final EdgeModel model;

	private final ListRegex lists = new ListRegex(RegexDialect.PCRE);

	private final StringBuilder text = new StringBuilder();

	ApacheDecision(EdgeModel model) {
		this.model = model;
	}

	@Override
	public String toString() {
		comment("The number of the policy: that of the first path that matches. 0 refuses, as for paths that servers",
				"read in different ways.");
		this.text.append(policy());
		comment("What kind of request it is: none (no origin), preflight, same (origin) or actual.");
		this.text.append(kind());
		comment("What the policies allow, each list once.");
		this.model.grantingBy((policy) -> policy.resolved().allowedOrigins()).values().forEach(this::writeOrigins);
		this.model.grantingBy((policy) -> policy.resolved().allowedMethods())
			.forEach((methods, policies) -> allow("METHOD", policies,
					when("%{ENV:CORS_METHOD}", this.lists.methods(methods))));
		this.model.grantingBy((policy) -> policy.resolved().allowedHeaders())
			.forEach((names, policies) -> allow("HEADERS", policies,
					when("%{ENV:CORS_HEADERS_ASKED}", this.lists.headers(names))));
		comment("What the request gets: passing (no origin), open (the same for everyone), granted, bare (goes on",
				"without CORS headers), blocked, preflight (granted) or refused (a preflight).");
		this.text.append(result());
		comment("Answers that need nobody behind httpd.");
		line(is("RESULT", "preflight"));
		line("RewriteRule \"^\" \"-\" [R=" + ApacheWriter.preflightStatus(this.model) + ",END]");
		line(when("%{ENV:CORS_RESULT}", "^(?:blocked|refused)\\z"));
		line("RewriteRule \"^\" \"-\" [R=403,END]");
		return start() + this.text;
	}

	/**
	 * Writes what stands in front of the rules. What was found out is kept where an error
	 * document is looked for on another path.
	 */
	private String start() {
		long rules = this.text.toString().lines().filter((line) -> line.startsWith("RewriteRule")).count();
		return """

				RewriteEngine On

				# What the browser says.
				SetEnvIf Origin "^(.+)$" CORS_ORIGIN=$1
				SetEnvIf Host "^(.+)$" CORS_HOST=$1
				SetEnvIf Sec-Fetch-Site "^(.+)$" CORS_SITE=$1
				SetEnvIf Request_Method "^(.+)$" CORS_METHOD=$1
				SetEnvIf Access-Control-Request-Method "^(.+)$" CORS_METHOD_ASKED=$1
				SetEnvIf Access-Control-Request-Headers "^(.+)$" CORS_HEADERS_ASKED=$1

				# An error document on another path changes nothing.
				RewriteCond "%%{ENV:REDIRECT_CORS_RESULT}" "."
				RewriteRule "^" "-" [E=CORS_RESULT:%%{ENV:REDIRECT_CORS_RESULT},E=CORS_POLICY:%%{ENV:REDIRECT_CORS_POLICY},S=%d]
				"""
			.formatted(rules);
	}

	private void comment(String... lines) {
		line("");
		for (String line : lines) {
			line("# " + line);
		}
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	private String policy() {
		PathRegex regex = this.model.pathRegex(RegexDialect.PCRE);
		ApacheRules near = new ApacheRules();
		this.model.beginnings().forEach((beginning) -> near.addPath(regex.near(beginning), "POLICY:0"));
		ApacheRules plain = new ApacheRules();
		this.model.paths().forEach((path) -> plain.addPath(regex.of(path.path()), "POLICY:" + path.policy()));
		ApacheRules first = new ApacheRules();
		if (!this.model.policies().isEmpty()) {
			first.add("POLICY:0", when("%{ENV:CORS_PATH}", OddPaths.ANYWHERE));
		}
		line("RewriteCond \"%{THE_REQUEST}\" \"^[^ ]+ (?:[a-zA-Z][a-zA-Z0-9+.-]*://[^/? ]*)?([^? ]*)\"");
		line("RewriteRule \"^\" \"-\" [E=CORS_PATH:%1]");
		near.add("");
		first.skip(near.size(), when("%{ENV:CORS_PATH}", "!" + OddPaths.NEARBY));
		return first.then(near).then(plain).toString();
	}

	private ApacheRules kind() {
		ApacheRules rules = new ApacheRules();
		rules.add("KIND:none", is("ORIGIN", ""));
		rules.add("KIND:preflight METHOD:%{ENV:CORS_METHOD_ASKED}", is("METHOD", "OPTIONS"),
				when("%{ENV:CORS_METHOD_ASKED}", "."));
		rules.add("KIND:same", is("SITE", "same-origin"));
		rules.add("KIND:same", is("SITE", ""), when(ORIGIN + " %{REQUEST_SCHEME}://%{ENV:CORS_HOST}", OwnOrigin.REGEX));
		rules.add("KIND:actual");
		return rules;
	}

	private void writeOrigins(List<EdgePolicy> policies) {
		OriginSet origins = policies.get(0).origins();
		List<String> conditions = new ArrayList<>();
		OriginRegex.exact(origins).forEach((origin) -> conditions.add(is("ORIGIN", origin)));
		new OriginRegex(RegexDialect.PCRE).ofOpen(origins).forEach((regex) -> conditions.add(when(ORIGIN, regex)));
		allow("ORIGIN", policies, String.join(" [OR]\n", conditions));
	}

	private void allow(String what, List<EdgePolicy> policies, String condition) {
		line(policies(policies));
		this.text.append(condition).append(condition.isEmpty() ? "" : "\n");
		line("RewriteRule \"^\" \"-\" [E=CORS_" + what + "_ALLOWED:1]");
	}

	private static String policies(List<EdgePolicy> policies) {
		String numbers = policies.stream()
			.map((policy) -> String.valueOf(policy.number()))
			.collect(Collectors.joining("|"));
		return when("%{ENV:CORS_POLICY}", "^(?:" + numbers + ")\\z");
	}

	private ApacheRules result() {
		String origin = is("ORIGIN_ALLOWED", "1");
		String method = is("METHOD_ALLOWED", "1");
		String open = policies(this.model.policies().stream().filter(EdgePolicy::open).toList());
		ApacheRules rules = new ApacheRules();
		rules.add("", is("POLICY", ""));
		rules.add("RESULT:open", open, when("%{ENV:CORS_KIND}", "^(?:none|same)\\z"));
		rules.add("RESULT:passing", is("KIND", "none"));
		rules.add("RESULT:bare", is("KIND", "same"));
		rules.add("RESULT:preflight", is("KIND", "preflight"), origin, method, is("HEADERS_ALLOWED", "1"));
		rules.add("RESULT:refused", is("KIND", "preflight"));
		rules.add("RESULT:open", open, origin, method);
		rules.add("RESULT:granted", origin, method);
		rules.add("RESULT:bare", policies(this.model.policies().stream().filter(EdgePolicy::forwards).toList()));
		rules.add("RESULT:blocked");
		return rules;
	}

}
