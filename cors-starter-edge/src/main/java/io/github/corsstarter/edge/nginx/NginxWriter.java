package io.github.corsstarter.edge.nginx;

import java.util.List;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeFindings;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Head;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Says policies to nginx: maps work out what a request gets, and each location that
 * proxies does it.
 */
public final class NginxWriter implements EdgeWriter {

	/** A parameter of 4,096 bytes does not fit into nginx's buffer. */
	private static final int MAX_PARAMETER = 4000;

	private static final String SERVER = "nginx 1.11.2 or newer (tried with 1.22.1)";

	private static final List<String> LOST = List
		.of("An empty Origin field is taken for none. Before 1.23, nginx shows only the first of several fields of a name.");

	private static final List<String> NOTES = List.of(
			"In a location, cors-location.conf goes in front of other lines of rewrite, return and if.",
			"nginx inherits add_header and proxy_hide_header only where a level has none of its own: write what the"
					+ " server adds (HSTS, say) into the location, too, or, from 1.29.3 on, add_header_inherit merge.",
			"The expressions of maps overwrite $1 to $9: name what a location captures, as (?<rest>.*), and use $rest.",
			"A location that error_page, X-Accel-Redirect or try_files lead to needs cors-location.conf, too.",
			"Preflights and refused requests are answered in front of auth_basic, auth_request and limit_req.",
			"$scheme and Host are taken for the browser's. Behind another proxy that hides them, only Sec-Fetch-Site"
					+ " tells requests of the same origin.",
			"With many hundreds of policies, map_hash_max_size and variables_hash_max_size may have to grow. They are not"
					+ " set here, as a directive that stands twice, or behind a map, stops nginx: set them in front of"
					+ " the include.");

	@Override
	public void check(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
		ResolvedPolicy resolved = policy.resolved();
		ListRegex regex = new ListRegex(RegexDialect.PCRE);
		check(policy, "allowed-methods", resolved.allowedMethods(), regex.methods(resolved.allowedMethods()), findings);
		check(policy, "allowed-headers", resolved.allowedHeaders(), regex.headers(resolved.allowedHeaders()), findings);
		check(policy, "exposed-headers", resolved.exposedHeaders(), "", findings);
	}

	private static void check(EdgePolicy policy, String key, List<String> list, String regex, EdgeFindings findings) {
		int length = Math.max(regex.length(), NginxMap.quoteValue(String.join(",", list)).length());
		if (length > MAX_PARAMETER) {
			findings.add(
					policy, key, String.join(", ", list), "makes a parameter of " + length
							+ " bytes, which nginx does not read: " + MAX_PARAMETER + " are the most",
					"Shorten the list, or split the policy by path.");
		}
	}

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		String maps = new NginxHttp(model).toString();
		String dollar = maps.contains("${cors_dollar}") ? "\ngeo $cors_dollar {\n    default \"$\";\n}\n" : "";
		String head = head(files);
		files.add("cors-http.conf", head + dollar + maps);
		files.add("cors-location.conf", head + location(model));
	}

	private static String location(EdgeModel model) {
		StringBuilder text = new StringBuilder("\n");
		HeaderNames.RESPONSE_HEADERS.forEach((name) -> text.append("proxy_hide_header ").append(name).append(";\n"));
		text.append('\n');
		HeaderNames.RESPONSE_HEADERS.forEach((name) -> text.append(addHeader(name)));
		text.append(addHeader("Vary")).append(addHeader("Cache-Control"));
		int status = model.settings().preflightStatus();
		return text + """

				if ($cors_status = %1$d) {
				    return %1$d;
				}
				if ($cors_status = 403) {
				    rewrite ^ /cors-refused.txt;
				    return 403 "Cross-origin request refused.\\n";
				}
				""".formatted(status);
	}

	private static String addHeader(String name) {
		String variable = name.toLowerCase(java.util.Locale.ROOT).replace("access-control-", "").replace('-', '_');
		return "add_header " + name + " $cors_" + variable + " always;\n";
	}

	private static String head(EdgeFiles files) {
		return files.head(SERVER)
			.include("cors-http.conf in the http block, and cors-location.conf in each location that proxies.")
			.lost(Head.with(LOST))
			.mind(NOTES)
			.text();
	}

}
