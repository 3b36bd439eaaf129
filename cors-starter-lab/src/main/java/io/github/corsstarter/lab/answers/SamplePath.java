package io.github.corsstarter.lab.answers;

import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A path that a pattern matches, for requests to have one.
 */
final class SamplePath {

	private static final String ANY = "1";

	// For variables that a regular expression limits: one of these mostly fits.
	private static final List<String> CANDIDATES = List.of(ANY, "a", "abc", "ABC", "12", "123", "1234", "2026-01-31",
			"00000000-0000-4000-8000-000000000000");

	private SamplePath() {
	}

	static String of(String pattern) {
		StringBuilder path = new StringBuilder();
		int at = 0;
		while (at < pattern.length()) {
			char c = pattern.charAt(at);
			int end = at + 1;
			if (c == '{') {
				end = closing(pattern, at);
				path.append(variable(pattern.substring(at + 1, Math.max(at + 1, end - 1))));
			}
			else if (c == '*') {
				end = pattern.startsWith("**", at) ? at + 2 : end;
				path.append(ANY);
			}
			else {
				path.append((c == '?') ? 'a' : c);
			}
			at = end;
		}
		return path.isEmpty() ? "/" : path.toString();
	}

	private static int closing(String pattern, int start) {
		int depth = 0;
		for (int i = start; i < pattern.length(); i++) {
			depth += switch (pattern.charAt(i)) {
				case '{' -> 1;
				case '}' -> -1;
				default -> 0;
			};
			if (depth == 0) {
				return i + 1;
			}
		}
		return pattern.length();
	}

	/**
	 * Returns a value for a variable. The expression is the application's own, and the
	 * candidates are short.
	 */
	private static String variable(String variable) {
		int colon = variable.indexOf(':');
		if (colon < 0) {
			return ANY;
		}
		String expression = variable.substring(colon + 1);
		try {
			return CANDIDATES.stream().filter((candidate) -> candidate.matches(expression)).findFirst().orElse(ANY);
		}
		catch (PatternSyntaxException ex) {
			return ANY;
		}
	}

}
