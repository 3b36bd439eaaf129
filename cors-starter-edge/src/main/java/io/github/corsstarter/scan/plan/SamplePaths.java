package io.github.corsstarter.scan.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;
import org.jspecify.annotations.Nullable;

/**
 * Paths that a pattern matches, made of the pattern alone: nothing is known of the
 * application's handlers.
 */
final class SamplePaths {

	/** Stands for a variable part: most likely to be the number of something. */
	private static final String PART = "1";

	private static final String UNENCODED = "-._~!$&'()*+,=:@";

	private SamplePaths() {
	}

	/**
	 * Returns paths that the pattern matches, the likeliest first.
	 */
	static List<String> of(PathExpression pattern, String token) {
		List<String> paths = new ArrayList<>();
		for (String part : List.of(PART, token)) {
			String path = path(pattern.segments(), part);
			if (pattern.isCatchAll()) {
				String start = path.equals("/") ? "" : path;
				paths.add(start + "/" + part);
				paths.add(start + "/" + part + "/" + part);
			}
			paths.add(path);
		}
		return paths;
	}

	/**
	 * Returns a path that the pattern matches and that is not there, as far as names go.
	 * @return the path, or {@code null} where the pattern matches itself only
	 */
	static @Nullable String missing(PathExpression pattern, String token) {
		if (pattern.isCatchAll()) {
			String path = path(pattern.segments(), PART);
			return (path.equals("/") ? "" : path) + "/" + token;
		}
		boolean open = pattern.segments().stream().anyMatch((segment) -> segment.kind() != PathSegment.Kind.LITERAL);
		return open ? path(pattern.segments(), token) : null;
	}

	private static String path(List<PathSegment> segments, String part) {
		return "/" + segments.stream().map((segment) -> segment(segment, part)).collect(Collectors.joining("/"));
	}

	private static String segment(PathSegment segment, String part) {
		return switch (segment.kind()) {
			case LITERAL -> encode(segment.text());
			case GLOB -> encode(segment.text()).replace("*", part).replace("%3F", PART);
			case VARIABLE, WILDCARD -> part;
		};
	}

	private static String encode(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xFF);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			if (plain || UNENCODED.indexOf(c) >= 0) {
				encoded.append(c);
			}
			else {
				encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
			}
		}
		return encoded.toString();
	}

}
