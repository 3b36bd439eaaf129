package io.github.corsstarter.scan.evidence;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Site;

/**
 * Writes a probe as a command for a terminal. No secret is in it.
 */
public final class Curl {

	private static final String UNQUOTED = "-._~/:@%+=";

	private Curl() {
	}

	public static String of(Site site, Probe probe, boolean compressed) {
		StringBuilder command = new StringBuilder(compressed ? "curl -si --compressed" : "curl -si");
		if (probe.method().equals("HEAD")) {
			command.append(" --head");
		}
		else if (!probe.method().equals("GET")) {
			command.append(" -X ").append(probe.method());
		}
		if (probe.origin() != null) {
			header(command, HeaderNames.ORIGIN, probe.origin());
		}
		if (probe.requestedMethod() != null) {
			header(command, HeaderNames.REQUEST_METHOD, probe.requestedMethod());
			if (!probe.requestedHeaders().isEmpty()) {
				header(command, HeaderNames.REQUEST_HEADERS, String.join(",", probe.requestedHeaders()));
			}
		}
		return command.append(' ').append(argument(site.url(probe.pathAndQuery()))).toString();
	}

	private static void header(StringBuilder command, String name, String value) {
		command.append(" -H ").append(quote(name + ": " + value));
	}

	private static String argument(String text) {
		boolean plain = text.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
					|| UNQUOTED.indexOf(c) >= 0);
		return plain ? text : quote(text);
	}

	private static String quote(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
