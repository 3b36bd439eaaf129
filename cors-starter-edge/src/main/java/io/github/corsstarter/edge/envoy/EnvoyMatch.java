package io.github.corsstarter.edge.envoy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.edge.regex.ListRegex;
import io.github.corsstarter.edge.regex.OriginRegex;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.writer.YamlText;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;

/**
 * Conditions of a route: all of them have to hold.
 *
 * @param path what the path has to be
 * @param headers what the headers have to be
 */
record EnvoyMatch(Map<String, ?> path, List<Map<String, ?>> headers) {

	/** What browsers, and paths, write without escapes. */
	private static final String UNRESERVED = "-._~";

	/**
	 * Most characters of any method: an expression for more would be too large for Envoy.
	 */
	private static final int METHOD_LENGTH = 80;

	EnvoyMatch {
		headers = List.copyOf(headers);
	}

	/**
	 * Matches the paths that a pattern matches.
	 */
	static EnvoyMatch of(PathExpression path, PathRegex regex) {
		boolean literal = regex.caseSensitive() && isUnreserved(regex.basePath())
				&& path.segments()
					.stream()
					.allMatch((segment) -> segment.kind() == PathSegment.Kind.LITERAL && isUnreserved(segment.text()));
		if (!literal) {
			return ofRegex(regex.ofWhole(path));
		}
		String text = regex.basePath()
				+ path.segments().stream().map((segment) -> "/" + segment.text()).reduce("", String::concat);
		if (!path.isCatchAll()) {
			return new EnvoyMatch(Map.of("path", text), List.of());
		}
		return new EnvoyMatch(text.isEmpty() ? Map.of("prefix", "/") : Map.of("path_separated_prefix", text),
				List.of());
	}

	static EnvoyMatch ofRegex(String regex) {
		return new EnvoyMatch(Map.of("safe_regex", Map.of("regex", regex)), List.of());
	}

	private static boolean isUnreserved(String text) {
		return text.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/'
					|| UNRESERVED.indexOf(c) >= 0);
	}

	EnvoyMatch and(List<Map<String, ?>> headers) {
		return new EnvoyMatch(this.path, Stream.concat(this.headers.stream(), headers.stream()).toList());
	}

	EnvoyMatch and(Map<String, ?> header) {
		return and(List.of(header));
	}

	static Map<String, ?> present(String name) {
		return YamlText.map("name", name, "present_match", true);
	}

	static Map<String, ?> absent(String name) {
		return YamlText.map("name", name, "present_match", true, "invert_match", true);
	}

	static Map<String, ?> exact(String name, String value) {
		return YamlText.map("name", name, "string_match", Map.of("exact", value));
	}

	static Map<String, ?> regex(String name, String regex) {
		return YamlText.map("name", name, "string_match", Map.of("safe_regex", Map.of("regex", regex)));
	}

	/**
	 * Matches as {@link #regex} does, an absent header as an empty one.
	 */
	static Map<String, ?> regexOrAbsent(String name, String regex) {
		return YamlText.map("name", name, "string_match", Map.of("safe_regex", Map.of("regex", regex)),
				"treat_missing_header_as_empty", true);
	}

	/**
	 * Returns the conditions for one of the methods.
	 */
	static List<Map<String, ?>> methods(String name, List<String> methods) {
		String regex = methods.contains("*") ? ListRegex.TOKEN + "+"
				: methods.stream().map(RegexDialect.RE2::quote).collect(Collectors.joining("|"));
		return methods.contains("*") ? List.of(regex(name, regex), regex(name, ".{1," + METHOD_LENGTH + "}"))
				: List.of(regex(name, regex));
	}

	/**
	 * Returns the conditions of each of which one has to hold for the origin.
	 */
	static List<List<Map<String, ?>>> origins(OriginSet origins) {
		List<List<Map<String, ?>>> alternatives = new ArrayList<>();
		if (origins.isAny()) {
			return List.of(List.of());
		}
		OriginRegex.exact(origins).forEach((origin) -> alternatives.add(List.of(exact("origin", origin))));
		OriginRegex regex = new OriginRegex(RegexDialect.RE2);
		for (OriginPattern pattern : OriginRegex.open(origins)) {
			alternatives.add(List.of(regex("origin", regex.withoutPort(pattern))));
			if (pattern.port().equals("*")) {
				alternatives
					.add(List.of(regex("origin", regex.withDigits(pattern)), regex("origin", regex.anyPort(pattern))));
			}
		}
		return alternatives;
	}

	Map<String, ?> toMap() {
		Map<String, Object> map = new LinkedHashMap<>(this.path);
		if (!this.headers.isEmpty()) {
			map.put("headers", this.headers);
		}
		return map;
	}

}
