package io.github.corsstarter.autoconfigure.adopt;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import org.jspecify.annotations.Nullable;

/**
 * Compares path patterns as Spring knows them. Those that a policy has no words for cover
 * nothing but themselves.
 */
public final class Patterns {

	private Patterns() {
	}

	/**
	 * Whether a pattern matches every path that another one matches.
	 * @param wide the pattern
	 * @param narrow the other one
	 * @return {@code false} where that is not known
	 */
	public static boolean covers(String wide, String narrow) {
		if (wide.equals(narrow) || wide.equals(OtherCors.ANY_PATH)) {
			return true;
		}
		PathExpression wideExpression = parse(wide);
		PathExpression narrowExpression = parse(narrow);
		return wideExpression != null && narrowExpression != null && wideExpression.covers(narrowExpression);
	}

	/**
	 * Returns the pattern for what two patterns match both.
	 * @return one of the two, or {@code null} where neither says it
	 */
	static @Nullable String narrower(String pattern, String other) {
		if (covers(pattern, other)) {
			return other;
		}
		return covers(other, pattern) ? pattern : null;
	}

	/**
	 * Whether two patterns may match one path.
	 */
	static boolean meet(String pattern, String other) {
		PathExpression expression = parse(pattern);
		PathExpression otherExpression = parse(other);
		return expression == null || otherExpression == null || expression.meets(otherExpression);
	}

	/**
	 * Finds the first pattern of a list that covers another one.
	 */
	static @Nullable String firstCovering(Iterable<String> patterns, String pattern) {
		for (String candidate : patterns) {
			if (covers(candidate, pattern)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Returns a pattern for each URL pattern of the Servlet specification.
	 * @param urlPatterns the URL patterns of a filter
	 * @return the patterns, in the same order
	 */
	public static List<String> ofServlet(Iterable<String> urlPatterns) {
		List<String> patterns = new ArrayList<>();
		for (String pattern : urlPatterns) {
			patterns.add(pattern.endsWith("/*") ? pattern + "*" : pattern);
		}
		return patterns;
	}

	/**
	 * Reads a pattern as a policy would have it.
	 * @param pattern the pattern
	 * @return the expression, or {@code null} where paths of policies have no words for
	 * it
	 */
	public static @Nullable PathExpression parse(String pattern) {
		try {
			return PathExpression.parse(pattern);
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

}
