package io.github.corsstarter.path;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds what governs a path the slow way: all of Spring's patterns are matched, and the
 * matches sorted.
 */
final class PathPatternOracle {

	static final Comparator<PathPattern> ORDER = PathPattern.SPECIFICITY_COMPARATOR
		.thenComparing(Comparator.naturalOrder());

	private final List<PathPattern> patterns;

	PathPatternOracle(List<String> patterns, boolean caseSensitive) {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(caseSensitive);
		this.patterns = patterns.stream().map(parser::parse).toList();
	}

	/**
	 * Returns what governs each reading of a path: {@code PathPattern}'s, the
	 * container's, {@code AntPathMatcher}'s, and these without the slash at the end.
	 */
	Set<@Nullable String> readings(String path) {
		Set<@Nullable String> found = new LinkedHashSet<>();
		for (String reading : new String[] { path, normalize(path),
				encode(stripAndDecode(path).replaceAll("/+", "/")) }) {
			found.add(best(PathContainer.parsePath(reading)));
			found.add(best(PathContainer.parsePath(withoutSlash(reading))));
		}
		return found;
	}

	/**
	 * Returns what governs a path as {@code PathPattern} sees it.
	 */
	@Nullable String mapped(String path) {
		return best(PathContainer.parsePath(path));
	}

	private static String withoutSlash(String path) {
		String text = path.replaceAll("(/|%2[fF]|/;[^/]*)+$", "");
		return (text.isEmpty() && !path.isEmpty()) ? "/" : text;
	}

	private @Nullable String best(PathContainer path) {
		return this.patterns.stream()
			.filter((pattern) -> pattern.matches(path))
			.min(ORDER)
			.map(PathPattern::getPatternString)
			.orElse(null);
	}

	/**
	 * What a servlet container makes of a path, encoded again.
	 */
	static String normalize(String path) {
		String collapsed = stripAndDecode(path).replace('\\', '/').replaceAll("/+", "/");
		Deque<String> segments = new ArrayDeque<>();
		for (String segment : collapsed.split("/", -1)) {
			if (segment.equals("..")) {
				segments.pollLast();
			}
			else if (!segment.isEmpty() && !segment.equals(".")) {
				segments.add(segment);
			}
		}
		boolean directory = collapsed.matches("(?s).*/\\.{0,2}") && !segments.isEmpty();
		return segments.stream()
			.map((segment) -> UriUtils.encode(segment, StandardCharsets.UTF_8))
			.collect(Collectors.joining("/", "/", directory ? "/" : ""));
	}

	private static String stripAndDecode(String path) {
		String stripped = Arrays.stream(path.split("/", -1))
			.map((segment) -> segment.replaceAll(";.*", ""))
			.collect(Collectors.joining("/"));
		return URLDecoder.decode(stripped.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static String encode(String path) {
		return Arrays.stream(path.split("/", -1))
			.map((segment) -> UriUtils.encode(segment, StandardCharsets.UTF_8))
			.collect(Collectors.joining("/"));
	}

}
