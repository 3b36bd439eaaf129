package io.github.corsstarter.edge.regex;

import java.util.List;

import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;

/**
 * Writes path patterns as regular expressions for whole paths, decoded and without their
 * query.
 *
 * @param dialect the language
 * @param basePath what stands in front of every path; its case always matters
 * @param caseSensitive whether upper and lower case differ behind it
 */
public record PathRegex(RegexDialect dialect, String basePath, boolean caseSensitive) {

	/** What parts two segments in some reading: slashes and parameters. */
	private static final String GAP = "(?:;[^/]*/|[/\\x5c])+";

	/**
	 * Returns an expression for all that a pattern matches.
	 */
	public String of(PathExpression path) {
		return "^" + segments(path) + (path.isCatchAll() ? "(?:/|\\z)" : "\\z");
	}

	/**
	 * Returns the same expression for what always compares it with whole paths.
	 */
	public String ofWhole(PathExpression path) {
		return segments(path) + (path.isCatchAll() ? "(?:/.*)?" : "");
	}

	private String segments(PathExpression path) {
		StringBuilder regex = new StringBuilder(this.dialect.quote(this.basePath));
		List<PathSegment> segments = path.segments();
		for (int i = 0; i < segments.size(); i++) {
			boolean end = i == segments.size() - 1 && !path.isCatchAll();
			regex.append('/').append(of(segments.get(i), end));
		}
		return regex.toString();
	}

	private String of(PathSegment segment, boolean end) {
		return switch (segment.kind()) {
			case LITERAL -> literal(segment.text());
			case GLOB -> glob(segment.text());
			case VARIABLE -> "[^/]+";
			case WILDCARD -> end ? "[^/]*" : "[^/]+";
		};
	}

	/**
	 * Between two wildcards the first place is as good as any other, so that nothing is
	 * tried twice.
	 */
	private String glob(String text) {
		String[] parts = text.split("\\*", -1);
		int last = parts.length - 1;
		StringBuilder regex = new StringBuilder(part(parts[0], false, last > 0));
		for (int i = 1; i < last; i++) {
			regex.append(this.dialect.upTo(this.dialect.any(), part(parts[i], true, true)));
		}
		return (last == 0) ? regex.toString()
				: regex.append(this.dialect.any()).append('*').append(part(parts[last], true, false)).toString();
	}

	/**
	 * Writes what stands between two {@code *}, or between one and an end.
	 */
	private String part(String text, boolean openStart, boolean openEnd) {
		StringBuilder regex = new StringBuilder();
		int at = 0;
		while (at < text.length()) {
			int end = at;
			while (end < text.length() && text.charAt(end) == '?') {
				end++;
			}
			if (end > at) {
				boolean orMore = (openStart && at == 0) || (openEnd && end == text.length());
				regex.append(orMore ? this.dialect.unitsOrMore(end - at) : this.dialect.units(end - at));
			}
			else {
				end = text.offsetByCodePoints(at, 1);
				regex.append(literal(text.substring(at, end)));
			}
			at = end;
		}
		return regex.toString();
	}

	private String literal(String text) {
		return this.caseSensitive ? this.dialect.quote(text) : this.dialect.quoteIgnoringCase(text);
	}

	/**
	 * Returns an expression for the paths that begin, in some reading, with segments as
	 * they are.
	 * @param literals the segments, without the base path's
	 */
	public String near(List<String> literals) {
		String start = gaps(literals);
		return "^" + start + (start.isEmpty() ? "" : "(?:[/;\\x5c]|\\z)");
	}

	/**
	 * Returns the same expression for what always compares it with whole paths.
	 */
	public String nearWhole(List<String> literals) {
		String start = gaps(literals);
		return start + (start.isEmpty() ? ".*" : "(?:[/;\\x5c].*)?");
	}

	private String gaps(List<String> literals) {
		StringBuilder regex = new StringBuilder();
		for (String segment : this.basePath.substring(Math.min(1, this.basePath.length())).split("/")) {
			if (!segment.isEmpty()) {
				regex.append(GAP).append(this.dialect.quote(segment));
			}
		}
		literals.forEach((segment) -> regex.append(GAP).append(literal(segment)));
		return regex.toString();
	}

}
