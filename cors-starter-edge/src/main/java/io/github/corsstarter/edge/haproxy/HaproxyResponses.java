package io.github.corsstarter.edge.haproxy;

import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Writes the rules that answer, and those for the headers of every response.
 */
final class HaproxyResponses {

	private static final String OWNED = result("open", "granted", "bare", "blocked", "preflight", "refused");

	private static final String PREFLIGHT = result("preflight");

	private final EdgeModel model;

	private final HaproxyLines lines;

	HaproxyResponses(EdgeModel model, HaproxyLines lines) {
		this.model = model;
		this.lines = lines;
	}

	private static String result(String... results) {
		return "{ var(txn.cors_result) -m str -- " + String.join(" ", results) + " }";
	}

	void write() {
		writeAnswers();
		writeOwnership();
		writeHeaders();
		writeEcho();
		writeVary();
	}

	private void writeAnswers() {
		this.lines.comment("Answers that need nobody behind HAProxy.");
		this.lines.line("http-request return status " + this.model.settings().preflightStatus() + " if " + PREFLIGHT);
		this.lines.line(
				"http-request return status 403 content-type text/plain string \"Cross-origin request refused.\\n\" if "
						+ result("blocked", "refused"));
	}

	private void writeOwnership() {
		this.lines
			.comment("The headers of every response, HAProxy's own too. What no policy governs keeps what it has.");
		HeaderNames.RESPONSE_HEADERS
			.forEach((name) -> this.lines.line("http-after-response del-header " + name + " if " + OWNED));
		this.lines.header("Cache-Control", "no-store", result("blocked"));
	}

	private void writeHeaders() {
		this.lines.header(HeaderNames.ALLOW_ORIGIN, "'*'", result("open"));
		this.lines.header(HeaderNames.ALLOW_ORIGIN, "'*'", PREFLIGHT + " cors_open");
		this.lines.header(HeaderNames.ALLOW_ORIGIN, "%[var(txn.cors_origin)]", result("granted"));
		this.lines.header(HeaderNames.ALLOW_ORIGIN, "%[var(txn.cors_origin)]", PREFLIGHT + " !cors_open");
		header(HeaderNames.ALLOW_CREDENTIALS, result("granted", "preflight"),
				(policy) -> policy.allowCredentials() ? "true" : "");
		header(HeaderNames.EXPOSE_HEADERS, result("open", "granted"), (policy) -> list(policy.exposedHeaders()));
		header(HeaderNames.ALLOW_METHODS, PREFLIGHT,
				(policy) -> policy.allowsAnyMethod() ? "" : list(policy.allowedMethods()));
		header(HeaderNames.ALLOW_HEADERS, PREFLIGHT,
				(policy) -> policy.allowsAnyHeader() ? "" : list(policy.allowedHeaders()));
		header(HeaderNames.MAX_AGE, PREFLIGHT, (policy) -> String.valueOf(policy.maxAge().toSeconds()));
	}

	private static String list(List<String> values) {
		return String.join(",", values);
	}

	private void header(String name, String condition, Function<ResolvedPolicy, String> value) {
		this.model.grantingBy((policy) -> value.apply(policy.resolved())).forEach((text, policies) -> {
			for (String policy : text.isEmpty() ? List.<String>of() : HaproxyLines.policies(policies)) {
				this.lines.header(name, HaproxyLines.quoteValue(text), condition + " " + policy);
			}
		});
	}

	/**
	 * What a policy allows all of is echoed. Fields of requested headers are joined.
	 */
	private void writeEcho() {
		List<EdgePolicy> anyMethod = granting(ResolvedPolicy::allowsAnyMethod);
		for (String policy : HaproxyLines.policies(anyMethod)) {
			this.lines.header(HeaderNames.ALLOW_METHODS, "%[var(txn.cors_method)]", PREFLIGHT + " " + policy);
		}
		List<EdgePolicy> anyHeader = granting(ResolvedPolicy::allowsAnyHeader);
		for (String policy : HaproxyLines.policies(anyHeader)) {
			writeRequestedHeaders(PREFLIGHT + " " + policy);
		}
	}

	private List<EdgePolicy> granting(Function<ResolvedPolicy, Boolean> filter) {
		return this.model.grantingBy((policy) -> filter.apply(policy.resolved())).getOrDefault(true, List.of());
	}

	private void writeRequestedHeaders(String condition) {
		StringBuilder joined = new StringBuilder();
		for (int field = 1; field <= HaproxyWriter.FIELDS; field++) {
			String variable = "var(txn.cors_headers_" + field + ")";
			joined.append(joined.isEmpty() ? "" : ",").append("%[").append(variable).append("]");
			this.lines.header(HeaderNames.ALLOW_HEADERS, joined.toString(),
					condition + " { " + variable + " -m found }");
		}
	}

	private void writeVary() {
		String preflight = String.join(", ", HeaderNames.ORIGIN, HeaderNames.REQUEST_METHOD,
				HeaderNames.REQUEST_HEADERS);
		this.lines.header("Vary", HaproxyLines.quoteValue(preflight), result("preflight", "refused"));
		this.lines.line("http-after-response add-header Vary Origin if "
				+ result("passing", "granted", "bare", "blocked") + " !{ res.hdr(vary) -m str -i -- origin }");
	}

}
