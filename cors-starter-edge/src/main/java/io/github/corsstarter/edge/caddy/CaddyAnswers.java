package io.github.corsstarter.edge.caddy;

import java.util.List;
import java.util.Locale;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.fetch.HeaderNames;

/**
 * Writes the handlers for headers, and those that answer. Headers are set at once, for
 * what Caddy answers by itself, and again when a response leaves, in place of those that
 * the upstream wrote. When a response leaves, what stands further down is done first.
 */
final class CaddyAnswers {

	private static final List<String> NAMES = List.of(HeaderNames.ALLOW_ORIGIN, HeaderNames.ALLOW_CREDENTIALS,
			HeaderNames.EXPOSE_HEADERS, HeaderNames.ALLOW_METHODS, HeaderNames.ALLOW_HEADERS, HeaderNames.MAX_AGE);

	private final EdgeModel model;

	private final CaddyLines lines;

	CaddyAnswers(EdgeModel model, CaddyLines lines) {
		this.model = model;
		this.lines = lines;
	}

	void write() {
		writeValues();
		this.lines.comment(
				"The headers, at once and again in place of the upstream's. What no policy governs keeps what it has.");
		NAMES.forEach(this::writeHeader);
		this.lines.matcher("owned", "result", "open", "granted", "bare", "blocked", "preflight", "refused");
		this.lines.open("header @cors_owned");
		HeaderNames.RESPONSE_HEADERS.forEach((name) -> this.lines.line("-" + name));
		this.lines.line("defer").close();
		writeVary();
		this.lines.comment("Answers that need nobody behind Caddy.");
		this.lines.matcher("blocked", "result", "blocked").line("header @cors_blocked Cache-Control no-store");
		this.lines.line("respond @cors_preflight " + this.model.settings().preflightStatus());
		this.lines.matcher("refused", "result", "blocked", "refused")
			.line("respond @cors_refused \"Cross-origin request refused.\" 403");
	}

	private void writeValues() {
		this.lines.comment("What the headers of the response are to be; one that is empty is not sent.");
		this.lines.open("vars");
		NAMES.forEach((name) -> this.lines.line(variable(name) + " \"\""));
		this.lines.close();
		this.lines.matcher("open", "result", "open")
			.open("vars @cors_open")
			.line("cors_allow_origin *")
			.line("cors_expose_headers {vars.cors_exposed}")
			.close();
		this.lines.matcher("granted", "result", "granted")
			.open("vars @cors_granted")
			.line("cors_allow_origin " + CaddyDecision.ORIGIN)
			.line("cors_allow_credentials {vars.cors_credentials}")
			.line("cors_expose_headers {vars.cors_exposed}")
			.close();
		this.lines.matcher("preflight", "result", "preflight")
			.open("vars @cors_preflight")
			.line("cors_allow_origin {vars.cors_origin}")
			.line("cors_allow_credentials {vars.cors_credentials}")
			.line("cors_allow_methods {vars.cors_methods}")
			.line("cors_allow_headers {vars.cors_headers}")
			.line("cors_max_age {vars.cors_seconds}")
			.close();
	}

	private void writeHeader(String name) {
		String variable = variable(name);
		String matcher = "@" + variable + "_set";
		this.lines.line(matcher + " not vars {vars." + variable + "} \"\"");
		this.lines.line("header " + matcher + " " + name + " {vars." + variable + "}");
		this.lines.open("header " + matcher).line(name + " {vars." + variable + "}").line("defer").close();
	}

	private static String variable(String name) {
		return name.toLowerCase(Locale.ROOT).replace("access-control-", "cors_").replace('-', '_');
	}

	/**
	 * Caddy's own value has a space behind it, which does not leave: by that it is told
	 * from the upstream's.
	 */
	private void writeVary() {
		this.lines.comment("Vary is merged with the upstream's.");
		this.lines.map("{http.response.header.Vary}", "vary")
			.regex("(?i)^Origin ,((?:.*,)?[\\x09 ]*origin[\\x09 ]*(?:,.*)?)$", "$1")
			.regex("^Origin ,(.+)$", "\"$1, Origin\"")
			.regex("(?i)^(?:.*,)?[\\x09 ]*origin[\\x09 ]*(?:,.*)?$", "$0")
			.regex("^.+$", "\"$0, Origin\"")
			.otherwise("Origin");
		this.lines.matcher("varying", "result", "passing", "granted", "bare", "blocked");
		this.lines.line("header @cors_varying Vary \"Origin \"");
		this.lines.open("header @cors_varying").line("Vary {cors_vary}").line("defer").close();
		this.lines.matcher("preflight_answered", "result", "preflight", "refused");
		this.lines.line("header @cors_preflight_answered Vary " + CaddyLines
			.quote(String.join(", ", HeaderNames.ORIGIN, HeaderNames.REQUEST_METHOD, HeaderNames.REQUEST_HEADERS)));
	}

}
