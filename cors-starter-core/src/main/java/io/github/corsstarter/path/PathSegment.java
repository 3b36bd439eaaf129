package io.github.corsstarter.path;

/**
 * A segment of a path expression: what stands between two slashes.
 *
 * @param kind what the segment matches
 * @param text the segment, decoded; variables within a {@link Kind#GLOB} are written
 * {@code *}
 * @param variables how many variables a {@link Kind#GLOB} has; 0 for other kinds
 */
public record PathSegment(Kind kind, String text, int variables) {

	/**
	 * What a segment of a path expression matches.
	 */
	public enum Kind {

		/** Its own text, which is empty behind a slash at the end. */
		LITERAL,

		/**
		 * A text in which {@code *} stands for any characters, also none, and {@code ?}
		 * for one.
		 */
		GLOB,

		/** {@code {name}}: any segment that is not empty. */
		VARIABLE,

		/** {@code *}: any segment, at the end of the expression also an empty one. */
		WILDCARD

	}

	PathSegment ignoringCase() {
		return new PathSegment(this.kind, CaseFolding.fold(this.text), this.variables);
	}

	PathSegment ignoringAsciiCase() {
		return new PathSegment(this.kind, CaseFolding.foldAscii(this.text), this.variables);
	}

	/**
	 * Whether a segment that is no literal matches a text.
	 */
	boolean matchesByWildcard(String segment) {
		return this.kind != Kind.GLOB || matchesGlob(segment, 0, segment.length());
	}

	/**
	 * Whether the stretch of the path matches this glob, by the usual walk that goes back
	 * to the last {@code *} only: no recursion, no regular expression.
	 */
	boolean matchesGlob(String path, int start, int end) {
		int position = start;
		int index = 0;
		int star = -1;
		int starPosition = -1;
		while (position < end) {
			if (index < this.text.length() && this.text.charAt(index) == '*') {
				star = index++;
				starPosition = position;
			}
			else if (index < this.text.length() && matches(this.text.charAt(index), path.charAt(position))) {
				index++;
				position++;
			}
			else if (star >= 0) {
				index = star + 1;
				position = ++starPosition;
			}
			else {
				return false;
			}
		}
		while (index < this.text.length() && this.text.charAt(index) == '*') {
			index++;
		}
		return index == this.text.length();
	}

	private static boolean matches(char pattern, char c) {
		return pattern == '?' || pattern == c;
	}

}
