package io.github.corsstarter.edge.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;

/**
 * Paths that servers and frameworks read in different ways. The starter works out every
 * reading and refuses where they lead to different policies. No server's configuration
 * can do that: here CORS requests for odd paths are refused wherever some reading could
 * lead to a policy.
 */
public final class OddPaths {

	/**
	 * Raw paths that could lead anywhere: with a dot segment, a broken escape, a zero
	 * byte, or a slash hidden among parameters.
	 */
	public static final String ANYWHERE = "^[^?]*(?:" + "(?:[/\\x5c]|\\x25(?:2[fF]|5[cC]))(?:[.]|\\x252[eE]){1,2}"
			+ "(?:;[^/?]*)?(?:[/\\x5c?]|\\x25(?:2[fF]|5[cC])|\\z)"
			+ "|\\x25(?:00|[^0-9a-fA-F]|[0-9a-fA-F][^0-9a-fA-F]|[0-9a-fA-F]?\\z)"
			+ "|/[^/;?]*;[^/?]*\\x25(?:2[fF]|5[cC]))";

	/**
	 * Raw paths with parameters, empty segments, or slashes that are encoded or lean the
	 * other way.
	 */
	public static final String NEARBY = "^[^?]*(?:[;\\x5c]|//|\\x25(?:2[fF]|5[cC]))";

	/**
	 * Expressions for whole raw paths that could lead anywhere, for what decodes none:
	 * with a dot segment, an encoded slash or zero byte, a broken escape, or an escape of
	 * what none has to be written for.
	 */
	public static final List<String> RAW_ANYWHERE = List.of(".*[/\\x5c][.]{1,2}(?:;[^/]*)?(?:[/\\x5c].*)?",
			".*\\x25(?:2[fF]|5[cC]|00).*", ".*\\x25(?:[^0-9a-fA-F].*|[0-9a-fA-F][^0-9a-fA-F].*|[0-9a-fA-F])?",
			".*\\x25(?:2[deDE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE]).*");

	/**
	 * An expression for whole raw paths, with their query, that have parameters or empty
	 * segments.
	 */
	public static final String RAW_NEARBY = "[^?]*(?:[;\\x5c]|//).*";

	/**
	 * The same, without a query.
	 */
	public static final String RAW_ODD = ".*(?:[;\\x5c]|//).*";

	private OddPaths() {
	}

	/**
	 * Returns the literal segments with which patterns begin, without those that begin
	 * with others.
	 * @return lists of segments; an empty one where a pattern begins with none
	 */
	public static List<List<String>> beginnings(List<PathExpression> paths) {
		List<List<String>> beginnings = new ArrayList<>();
		paths.stream()
			.map(OddPaths::beginning)
			.sorted((one, other) -> (one.size() != other.size()) ? one.size() - other.size()
					: one.toString().compareTo(other.toString()))
			.filter((beginning) -> beginnings.stream().noneMatch((shorter) -> startsWith(beginning, shorter)))
			.forEach(beginnings::add);
		return beginnings;
	}

	private static List<String> beginning(PathExpression path) {
		return path.segments()
			.stream()
			.takeWhile((segment) -> segment.kind() == PathSegment.Kind.LITERAL && !segment.text().isEmpty())
			.map(PathSegment::text)
			.toList();
	}

	private static boolean startsWith(List<String> list, List<String> start) {
		return Objects.equals(list.subList(0, Math.min(start.size(), list.size())), start);
	}

}
