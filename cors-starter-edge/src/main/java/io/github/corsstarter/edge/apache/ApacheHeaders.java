package io.github.corsstarter.edge.apache;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Writes the headers of every response. httpd keeps those of what is behind it apart from
 * those that leave with its own errors, too: the first are taken away, the second are
 * set.
 */
final class ApacheHeaders {

	private static final String PREFLIGHT = result("preflight");

	private final EdgeModel model;

	private final StringBuilder text = new StringBuilder();

	ApacheHeaders(EdgeModel model) {
		this.model = model;
	}

	@Override
	public String toString() {
		this.text.append("\n# The headers of every response. What no policy governs keeps what it has.\n");
		writeOwnership();
		writeAnyOrOwn();
		header(HeaderNames.ALLOW_CREDENTIALS, result("granted", "preflight"),
				(policy) -> policy.allowCredentials() ? "true" : "");
		header(HeaderNames.EXPOSE_HEADERS, result("open", "granted"), (policy) -> list(policy.exposedHeaders()));
		header(HeaderNames.ALLOW_METHODS, PREFLIGHT,
				(policy) -> policy.allowsAnyMethod() ? "%{CORS_METHOD_ASKED}e" : list(policy.allowedMethods()));
		header(HeaderNames.ALLOW_HEADERS, PREFLIGHT,
				(policy) -> policy.allowsAnyHeader() ? "" : list(policy.allowedHeaders()));
		echoHeaders();
		header(HeaderNames.MAX_AGE, PREFLIGHT, (policy) -> String.valueOf(policy.maxAge().toSeconds()));
		writeVary();
		return this.text.toString();
	}

	private static String result(String... results) {
		return in("RESULT", List.of(results));
	}

	private static String in(String variable, List<String> values) {
		return values.stream()
			.map((value) -> "'" + value + "'")
			.collect(Collectors.joining(", ", "%{reqenv:CORS_" + variable + "} in { ", " }"));
	}

	private static String policies(List<EdgePolicy> policies) {
		return in("POLICY", policies.stream().map((policy) -> String.valueOf(policy.number())).toList());
	}

	/**
	 * Makes a text a part of a header's value, in which a percent sign would start an
	 * expression.
	 */
	private static String list(List<String> values) {
		return String.join(",", values).replace("%", "%%");
	}

	private void line(String table, String action, String condition) {
		this.text.append("Header ")
			.append(table)
			.append(' ')
			.append(action)
			.append(" \"expr=")
			.append(condition)
			.append("\"\n");
	}

	private void set(String name, String value, String condition) {
		line("always", "set " + name + " " + ApacheRules.quote(value), condition);
	}

	private void writeOwnership() {
		String owned = result("open", "granted", "bare", "blocked", "preflight", "refused");
		for (String name : HeaderNames.RESPONSE_HEADERS) {
			line("onsuccess", "unset " + name, owned);
			line("always", "unset " + name, owned);
		}
		set("Cache-Control", "no-store", result("blocked"));
	}

	private void writeAnyOrOwn() {
		List<EdgePolicy> open = this.model.policies().stream().filter(EdgePolicy::open).toList();
		set(HeaderNames.ALLOW_ORIGIN, "*", result("open"));
		set(HeaderNames.ALLOW_ORIGIN, "%{CORS_ORIGIN}e", result("granted", "preflight"));
		if (!open.isEmpty()) {
			set(HeaderNames.ALLOW_ORIGIN, "*", PREFLIGHT + " && " + policies(open));
		}
	}

	private void header(String name, String condition, Function<ResolvedPolicy, String> value) {
		this.model.grantingBy((policy) -> value.apply(policy.resolved())).forEach((text, policies) -> {
			if (!text.isEmpty()) {
				set(name, text, condition + " && " + policies(policies));
			}
		});
	}

	private void echoHeaders() {
		List<EdgePolicy> any = this.model.grantingBy((policy) -> policy.resolved().allowsAnyHeader())
			.getOrDefault(true, List.of());
		if (!any.isEmpty()) {
			set(HeaderNames.ALLOW_HEADERS, "%{CORS_HEADERS_ASKED}e",
					PREFLIGHT + " && " + policies(any) + " && %{reqenv:CORS_HEADERS_ASKED} =~ /[^\\x09 ,]/");
		}
	}

	private void writeVary() {
		String preflight = String.join(", ", HeaderNames.ORIGIN, HeaderNames.REQUEST_METHOD,
				HeaderNames.REQUEST_HEADERS);
		line("always", "merge Vary Origin", result("passing", "granted", "bare", "blocked"));
		line("always", "set Vary \"" + preflight + "\"", result("preflight", "refused"));
	}

}
