package io.github.corsstarter.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.origin.Origins;
import org.jspecify.annotations.Nullable;

/**
 * An origin that differs little from one that was refused, and that the policy allows or
 * a browser would send.
 *
 * @param origin the other origin
 * @param difference how the refused origin differs: a clause without a subject
 */
record OriginNearMiss(String origin, String difference) {

	private static final String SCHEME_SEPARATOR = "://";

	/** Hosts that are one machine to its user, and different origins to a browser. */
	private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

	/** Most listed origins whose ports are tried. */
	private static final int MAX_PORTS = 100;

	/**
	 * Finds an allowed origin close to a well-formed one.
	 */
	static @Nullable OriginNearMiss allowed(CorsPolicy policy, String origin) {
		int schemeEnd = origin.indexOf(SCHEME_SEPARATOR);
		if (schemeEnd < 0) {
			return null;
		}
		String scheme = origin.substring(0, schemeEnd);
		String rest = origin.substring(schemeEnd + SCHEME_SEPARATOR.length());
		for (OriginNearMiss candidate : candidates(policy, scheme, rest)) {
			if (policy.compiled().origins().contains(candidate.origin)) {
				return candidate;
			}
		}
		return null;
	}

	private static List<OriginNearMiss> candidates(CorsPolicy policy, String scheme, String rest) {
		String otherScheme = scheme.equals("https") ? "http" : "https";
		Set<OriginNearMiss> candidates = new LinkedHashSet<>();
		candidates.add(new OriginNearMiss(otherScheme + SCHEME_SEPARATOR + rest, "has the scheme " + scheme));
		String www = rest.startsWith("www.") ? rest.substring("www.".length()) : "www." + rest;
		candidates.add(new OriginNearMiss(scheme + SCHEME_SEPARATOR + www,
				rest.startsWith("www.") ? "has www. in front" : "has no www. in front"));
		String host = withoutPort(rest);
		String difference = host.equals(rest) ? "has no port" : "has the port " + rest.substring(host.length() + 1);
		if (LOOPBACK.contains(host)) {
			String port = rest.substring(host.length());
			LOOPBACK.forEach((other) -> candidates
				.add(new OriginNearMiss(scheme + SCHEME_SEPARATOR + other + port, "has the host " + host)));
		}
		for (String port : ports(policy.resolved().allowedOrigins())) {
			candidates.add(new OriginNearMiss(scheme + SCHEME_SEPARATOR + host + port, difference));
		}
		return List.copyOf(candidates);
	}

	/**
	 * Whether the policy lists all subdomains of the origin's host: they do not take in
	 * the host itself.
	 */
	static boolean isApexOfWildcard(CorsPolicy policy, String origin) {
		int schemeEnd = origin.indexOf(SCHEME_SEPARATOR);
		if (schemeEnd < 0) {
			return false;
		}
		int hostStart = schemeEnd + SCHEME_SEPARATOR.length();
		String wildcard = origin.substring(0, hostStart) + "*." + origin.substring(hostStart);
		List<String> listed = policy.resolved().allowedOrigins();
		return listed.contains(wildcard) || listed.contains(withoutPort(wildcard) + ":*");
	}

	private static Set<String> ports(List<String> listed) {
		Set<String> ports = new LinkedHashSet<>();
		ports.add("");
		listed.stream().limit(MAX_PORTS).forEach((entry) -> {
			String port = entry.substring(withoutPort(entry).length());
			if (!port.isEmpty() && !port.equals(":*")) {
				ports.add(port);
			}
		});
		return ports;
	}

	private static String withoutPort(String text) {
		int colon = text.lastIndexOf(':');
		boolean port = colon > 0 && !text.startsWith(SCHEME_SEPARATOR, colon) && text.indexOf(']', colon) < 0;
		return port ? text.substring(0, colon) : text;
	}

	/**
	 * Finds what a browser would send in place of a malformed origin.
	 */
	static @Nullable OriginNearMiss serialized(String origin) {
		String text = origin.strip().toLowerCase(Locale.ROOT);
		String difference = text.equals(origin) ? "" : "has upper case or white space";
		int schemeEnd = text.indexOf(SCHEME_SEPARATOR);
		if (schemeEnd < 0) {
			if (text.indexOf('.') < 0) {
				return null;
			}
			text = "https" + SCHEME_SEPARATOR + text;
			difference = "has no scheme";
			schemeEnd = "https".length();
		}
		int slash = text.indexOf('/', schemeEnd + SCHEME_SEPARATOR.length());
		if (slash >= 0) {
			difference = (slash == text.length() - 1) ? "ends with a slash" : "has a path";
			text = text.substring(0, slash);
		}
		String defaultPort = text.startsWith("https:") ? ":443" : ":80";
		if (text.endsWith(defaultPort)) {
			difference = "writes out the default port";
			text = text.substring(0, text.length() - defaultPort.length());
		}
		boolean usable = !difference.isEmpty() && Origins.isSerialized(text);
		return usable ? new OriginNearMiss(text, difference) : null;
	}

}
