package io.github.corsstarter.path;

import java.util.Random;

/**
 * Generates patterns and request paths of few different pieces, so that they often meet.
 */
final class GeneratedPaths {

	private static final String[] PATTERN_SEGMENTS = { "a", "b", "ab", "A", "aB", "\u00e9", "x.html", "...", "*", "*",
			"{v}", "{v}", "a*", "*b", "?", "a?", "*.html", "a*b", "**", "{v}-b", "a{v}", "*-{v}", "?*", "{v}.{w}",
			"a.*", "x.*b" };

	private static final String[] PATTERN_ENDS = { "", "", "", "/", "/**", "/**", "/{*v}" };

	private static final String[] PATH_SEGMENTS = { "a", "a", "b", "b", "ab", "A", "AB", "x.html", "b-b", "a.b", "x.ab",
			"axb", "\u00e9", "\u00c9", "...", "a+b" };

	private static final String[] ODD_SEGMENTS = { "", "", ".", "..", ";", ";p=1", "a;p=1", "%61", "%41", "%2e",
			"%2E%2e", "%2F", "a%2fb", "a%5Cb", "a\\b", "..;p", "%C3%A9", "%2561", "b%3Bp", "%E2%82%AC", "%FF", "%2e%2F",
			"a%20", "%EF%BF%BE", "%EF%BF%BF", "\ud83d\ude00%61" };

	private GeneratedPaths() {
	}

	static String pattern(Random random) {
		StringBuilder pattern = new StringBuilder();
		int segments = random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			String segment = pick(random, PATTERN_SEGMENTS);
			// Names of variables are unique within a pattern.
			pattern.append('/')
				.append(segment.equals("**") ? "*" : segment.replace("v}", "v" + i + "}").replace("w}", "w" + i + "}"));
		}
		String end = pick(random, PATTERN_ENDS);
		return pattern.append(pattern.isEmpty() && end.isEmpty() ? "/" : end).toString();
	}

	static String plainPath(Random random) {
		return path(random, 0);
	}

	static String oddPath(Random random) {
		return path(random, 3);
	}

	private static String path(Random random, int oddOfTen) {
		StringBuilder path = new StringBuilder();
		int segments = random.nextInt(5);
		for (int i = 0; i < segments; i++) {
			boolean odd = random.nextInt(10) < oddOfTen;
			path.append('/').append(pick(random, odd ? ODD_SEGMENTS : PATH_SEGMENTS));
		}
		return (random.nextInt(5) == 0 || path.isEmpty()) ? path.append('/').toString() : path.toString();
	}

	private static String pick(Random random, String[] values) {
		return values[random.nextInt(values.length)];
	}

}
