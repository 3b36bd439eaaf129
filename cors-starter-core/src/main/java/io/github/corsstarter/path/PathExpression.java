package io.github.corsstarter.path;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A path pattern of a policy. It means what Spring's {@code PathPattern} of the same text
 * means and sorts as {@code PathPattern.SPECIFICITY_COMPARATOR} and then
 * {@code PathPattern.compareTo} have it, without the regular expressions that
 * {@code PathPattern} puts before a request.
 */
public final class PathExpression implements Comparable<PathExpression> {

	// The weights of Spring's PathPattern.
	private static final int VARIABLE_WEIGHT = 1;

	private static final int WILDCARD_WEIGHT = 100;

	private final String text;

	private final List<PathSegment> segments;

	private final boolean catchAll;

	private final int length;

	private final int score;

	PathExpression(String text, List<PathSegment> segments, boolean catchAll, int length, int wildcards,
			int variables) {
		this(text, segments, catchAll, length, wildcards * WILDCARD_WEIGHT + variables * VARIABLE_WEIGHT);
	}

	private PathExpression(String text, List<PathSegment> segments, boolean catchAll, int length, int score) {
		this.text = text;
		this.segments = List.copyOf(segments);
		this.catchAll = catchAll;
		this.length = length;
		this.score = score;
	}

	/**
	 * Reads a pattern.
	 * @param text the pattern, as its author wrote it
	 * @return the expression
	 * @throws InvalidPathException if it is no pattern, or if it has a regular expression
	 * or a {@code **} that is not at the end
	 */
	public static PathExpression parse(String text) {
		return new PathExpressionParser(text).parse();
	}

	/**
	 * Returns the pattern as it is compared where upper and lower case do not differ:
	 * with paths, and with patterns that were folded, too. Its segments are folded, its
	 * text is not.
	 * @return the pattern with folded segments
	 */
	public PathExpression ignoringCase() {
		return with(PathSegment::ignoringCase);
	}

	/**
	 * Returns the same, but with wildcards as regular expressions compare them, which
	 * know the case of the letters of ASCII alone.
	 */
	PathExpression ignoringAsciiCaseInGlobs() {
		return with((segment) -> (segment.kind() == PathSegment.Kind.GLOB) ? segment.ignoringAsciiCase()
				: segment.ignoringCase());
	}

	private PathExpression with(UnaryOperator<PathSegment> folding) {
		List<PathSegment> folded = this.segments.stream().map(folding).toList();
		return new PathExpression(this.text, folded, this.catchAll, this.length, this.score);
	}

	/**
	 * Returns the segments that the pattern starts with.
	 * @return each segment from left to right, without a {@code **} or {@code {*name}} at
	 * the end; the last one is an empty literal where the pattern ends in a slash
	 */
	public List<PathSegment> segments() {
		return this.segments;
	}

	/**
	 * Whether the pattern ends in {@code **} or {@code {*name}}.
	 * @return whether it also matches whatever follows its segments, which may be nothing
	 */
	public boolean isCatchAll() {
		return this.catchAll;
	}

	/**
	 * Returns the pattern without the names of its variables: two patterns of the same
	 * shape match the same paths.
	 * @return a text to compare by
	 */
	public String shape() {
		StringBuilder shape = new StringBuilder();
		for (PathSegment segment : this.segments) {
			shape.append('/').append((segment.kind() == PathSegment.Kind.VARIABLE) ? "{}" : segment.text());
			if (segment.variables() > 0) {
				shape.append('{').append(segment.variables()).append('}');
			}
		}
		return this.catchAll ? shape.append("/**").toString() : shape.toString();
	}

	/**
	 * Whether there are paths that both patterns match, while each also matches paths
	 * that the other does not.
	 * @param other another pattern
	 * @return whether neither pattern contains the other, though they have a path in
	 * common
	 */
	public boolean overlaps(PathExpression other) {
		return meets(other) && !covers(other) && !other.covers(this);
	}

	/**
	 * Whether there are paths that both patterns match. Of two globs in one place it is
	 * taken that there are, unless they start or end differently.
	 * @param other another pattern
	 * @return whether they have a path in common
	 */
	public boolean meets(PathExpression other) {
		int common = Math.min(this.segments.size(), other.segments.size());
		for (int i = 0; i < common; i++) {
			if (!meets(other, i)) {
				return false;
			}
		}
		return (this.segments.size() == common || other.catchAll) && (other.segments.size() == common || this.catchAll);
	}

	/**
	 * Whether this pattern matches every path that the other one does.
	 * @param other another pattern
	 * @return whether it contains the other; {@code true} for itself
	 */
	public boolean covers(PathExpression other) {
		if (this.segments.size() > other.segments.size() || (!this.catchAll && other.catchAll)
				|| (!this.catchAll && this.segments.size() != other.segments.size())) {
			return false;
		}
		for (int i = 0; i < this.segments.size(); i++) {
			boolean onlyOtherEmpty = other.mayBeEmpty(i) && !mayBeEmpty(i);
			if (onlyOtherEmpty || !covers(this.segments.get(i), other.segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean meets(PathExpression other, int index) {
		PathSegment segment = this.segments.get(index);
		PathSegment otherSegment = other.segments.get(index);
		if (segment.text().isEmpty() || otherSegment.text().isEmpty()) {
			return mayBeEmpty(index) && other.mayBeEmpty(index);
		}
		if (segment.kind() == PathSegment.Kind.LITERAL) {
			return covers(otherSegment, segment);
		}
		return switch (otherSegment.kind()) {
			case LITERAL -> covers(segment, otherSegment);
			case GLOB -> segment.kind() != PathSegment.Kind.GLOB
					|| Affixes.of(segment.text()).agreesWith(Affixes.of(otherSegment.text()));
			case VARIABLE, WILDCARD -> true;
		};
	}

	/**
	 * Whether the segment matches nothing between two slashes: as in {@code PathPattern},
	 * a {@code *} does so at the very end only.
	 */
	private boolean mayBeEmpty(int index) {
		PathSegment segment = this.segments.get(index);
		boolean end = index == this.segments.size() - 1 && !this.catchAll;
		return segment.text().isEmpty() || (end && segment.kind() == PathSegment.Kind.WILDCARD);
	}

	private static boolean covers(PathSegment one, PathSegment other) {
		boolean literal = other.kind() == PathSegment.Kind.LITERAL;
		return switch (one.kind()) {
			case LITERAL -> literal && one.text().equals(other.text());
			case GLOB -> literal ? one.matchesGlob(other.text(), 0, other.text().length()) : one.equals(other);
			case VARIABLE, WILDCARD -> true;
		};
	}

	@Override
	public int compareTo(PathExpression other) {
		if (this.catchAll != other.catchAll) {
			return this.catchAll ? 1 : -1;
		}
		int longerFirst = Integer.compare(other.length, this.length);
		int lowerScoreFirst = Integer.compare(this.score, other.score);
		int first = this.catchAll ? longerFirst : lowerScoreFirst;
		int second = this.catchAll ? lowerScoreFirst : longerFirst;
		if (first != 0) {
			return first;
		}
		return (second != 0) ? second : this.text.compareTo(other.text);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PathExpression path && this.text.equals(path.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
