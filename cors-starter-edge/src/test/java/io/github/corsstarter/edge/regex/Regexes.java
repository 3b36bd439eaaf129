package io.github.corsstarter.edge.regex;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Runs regular expressions as servers do: PCRE on bytes, RE2 on characters.
 */
public final class Regexes {

	private static final Map<String, Predicate<String>> PCRE = new HashMap<>();

	private static final Map<String, Predicate<String>> RE2 = new HashMap<>();

	private Regexes() {
	}

	public static boolean matches(RegexDialect dialect, String regex, String text) {
		if (dialect != RegexDialect.PCRE) {
			return RE2.computeIfAbsent(regex, Regexes::re2).test(text);
		}
		String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		return PCRE.computeIfAbsent(regex, (added) -> Pattern.compile(added).asPredicate()).test(bytes);
	}

	private static Predicate<String> re2(String regex) {
		com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(regex);
		return (text) -> pattern.matcher(text).find();
	}

}
