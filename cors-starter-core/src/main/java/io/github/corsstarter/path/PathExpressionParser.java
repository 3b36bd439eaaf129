package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.path.PathSegment.Kind;

/**
 * Reads a path expression and weighs it as Spring's {@code PathPattern} does.
 */
final class PathExpressionParser {

	private final String text;

	private final List<PathSegment> segments = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private boolean catchAll;

	private int length;

	private int wildcards;

	private int variables;

	PathExpressionParser(String text) {
		this.text = text;
	}

	PathExpression parse() {
		if (!this.text.startsWith("/")) {
			throw invalid("does not start with a slash", write(withSlash(this.text.strip())));
		}
		int start = 1;
		while (start <= this.text.length()) {
			int slash = this.text.indexOf('/', start);
			int end = (slash < 0) ? this.text.length() : slash;
			addSegment(this.text.substring(start, end), slash < 0);
			start = end + 1;
		}
		// After the segments, so that a regular expression is reported as one, and not
		// for its backslash.
		checkCharacters();
		return new PathExpression(this.text, this.segments, this.catchAll, this.length, this.wildcards, this.variables);
	}

	private void checkCharacters() {
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == ' ' || endsOrTurnsLine(c)) {
				throw invalid("has white space or a control character in it", "Write the path without it.");
			}
			if ("%;\\#".indexOf(c) >= 0) {
				throw invalid("has a " + c + " in it; a path is compared decoded and without parameters or fragment",
						"Write the characters themselves, as \"/caf\u00e9\" for /caf%C3%A9.");
			}
		}
	}

	/**
	 * Whether a character would forge or turn round the lines of a log that names the
	 * path. Joiners are letters' own in some languages.
	 */
	private static boolean endsOrTurnsLine(char c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			case Character.FORMAT -> c != '\u200c' && c != '\u200d';
			default -> false;
		};
	}

	private void addSegment(String segment, boolean last) {
		this.length++;
		if (segment.isEmpty() && !last) {
			throw invalid("has an empty segment", write(withoutEmptySegments()));
		}
		if (segment.equals(".") || segment.equals("..")) {
			throw invalid("has a dot segment; browsers resolve them before they send a request",
					"Write the path that is meant.");
		}
		if (segment.equals("**") || segment.startsWith("{*")) {
			addCatchAll(segment, last);
		}
		else if (segment.contains("**")) {
			throw invalid("has a ** that is no segment of its own", "Write \"/**\" at the end of the path.");
		}
		else if (segment.equals("*")) {
			this.length++;
			this.wildcards++;
			this.segments.add(new PathSegment(Kind.WILDCARD, "*", 0));
		}
		else {
			addNamed(segment);
		}
	}

	private void addCatchAll(String segment, boolean last) {
		if (!last) {
			throw invalid("has a ** that is not at its end",
					"Write one path for each place, with \"/**\" at the end only.");
		}
		if (segment.startsWith("{")) {
			if (!segment.endsWith("}")) {
				throw braces();
			}
			checkName(segment, 2, segment.length() - 1);
		}
		this.catchAll = true;
	}

	private void addNamed(String segment) {
		StringBuilder glob = new StringBuilder();
		int nameLengths = 0;
		int names = 0;
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			if (c == '}') {
				throw braces();
			}
			if (c != '{') {
				glob.append(c);
				countWildcard(segment, i);
				continue;
			}
			int close = segment.indexOf('}', i);
			if (close < 0) {
				throw braces();
			}
			checkName(segment, i + 1, close);
			glob.append('*');
			nameLengths += close - i - 1;
			names++;
			i = close;
		}
		addParsed(segment, glob.toString(), names, nameLengths);
	}

	private void addParsed(String segment, String glob, int names, int nameLengths) {
		if (glob.contains("**")) {
			throw invalid("has two wildcards or variables with nothing between them",
					"Write one of them, or a character that parts them.");
		}
		this.variables += names;
		if (names == 1 && glob.equals("*")) {
			this.length++;
			this.segments.add(new PathSegment(Kind.VARIABLE, segment, 0));
			return;
		}
		this.length += segment.length() - nameLengths - names;
		boolean plain = glob.indexOf('*') < 0 && glob.indexOf('?') < 0;
		this.segments.add(new PathSegment(plain ? Kind.LITERAL : Kind.GLOB, glob, names));
	}

	private void countWildcard(String segment, int index) {
		// PathPattern leaves a * behind a dot out of the score, as AntPathMatcher did.
		if (segment.charAt(index) == '*' && (index == 0 || segment.charAt(index - 1) != '.')) {
			this.wildcards++;
		}
	}

	private void checkName(String segment, int start, int end) {
		if (segment.indexOf(':', start) >= 0) {
			throw invalid("has a variable with a regular expression; none is run against requests",
					"Write the variable without it, as \"{id}\".");
		}
		boolean identifier = start < end && Character.isJavaIdentifierStart(segment.charAt(start));
		for (int i = start + 1; i < end && identifier; i++) {
			identifier = Character.isJavaIdentifierPart(segment.charAt(i)) || segment.charAt(i) == '-';
		}
		if (!identifier) {
			throw invalid("has a variable whose name is no identifier", "Write a name in the braces, as \"{id}\".");
		}
		if (!this.names.add(segment.substring(start, end))) {
			throw invalid("has two variables of one name", "Give each variable a name of its own.");
		}
	}

	private static String withSlash(String path) {
		return path.startsWith("/") ? path : "/" + path;
	}

	private String write(String path) {
		// What starts as a URL may hold a password.
		boolean url = this.text.contains("://") || (this.text.startsWith("//") && this.text.contains("@"));
		return url ? "Write the path alone, as \"/api/**\"." : "Write \"" + path + "\".";
	}

	private String withoutEmptySegments() {
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < this.text.length(); i++) {
			if (this.text.charAt(i) != '/' || path.isEmpty() || path.charAt(path.length() - 1) != '/') {
				path.append(this.text.charAt(i));
			}
		}
		return path.toString();
	}

	private static InvalidPathException braces() {
		return invalid("has braces that do not match", "Write a variable as \"{id}\".");
	}

	private static InvalidPathException invalid(String message, String advice) {
		return new InvalidPathException(message, advice);
	}

}
