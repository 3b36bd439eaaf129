package io.github.corsstarter.edge.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.regex.OddPaths;
import io.github.corsstarter.edge.regex.PathRegex;
import io.github.corsstarter.edge.regex.RegexDialect;
import io.github.corsstarter.edge.regex.Regexes;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathIndex;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The search for a path's policy, as every target writes it, against the index that
 * decides in the starter.
 */
class PathRegexTests {

	private static final List<String> PATTERN_SEGMENTS = List.of("a", "b", "ab", "A", "k", "\u00e9", "x.html", "...",
			"*", "*", "{v}", "{v}", "a*", "*b", "?", "a?", "??", "??", "???", "a??", "*?", "*??*", "a?*", "??b",
			"?????", "*.html", "a*b", "{v}-b", "a*b*", "a*b*a", "(a)", "$");

	private static final List<String> PATTERN_ENDS = List.of("", "", "", "/", "/**", "/**", "/{*v}");

	private static final List<String> PATH_SEGMENTS = List.of("a", "a", "b", "b", "ab", "A", "AB", "x.html", "b-b",
			"axb", "%C3%A9", "%C3%89", "%c3%ab", "a%C3%AB", "...", "a+b", "%61", "%F0%9F%98%80", "a%f0%9f%98%80",
			"%F0%9F%98%80%F0%9F%98%80b", "a%e2%82%ac", "(a)", "$", "%2561", "%E2%84%AA");

	private static final List<String> ODD_SEGMENTS = List.of("", ".", "..", ";", ";p=1", "a;p=1", "%2e", "%2E%2e",
			"%2F", "a%2fb", "a%5Cb", "a\\b", "..;p", "b%3Bp", "a;x%2Fa", ";a\\a", "%2e%2F", "a;/../b");

	private final Random random = new Random(1);

	@ParameterizedTest
	@CsvSource({ "PCRE, '', true", "PCRE, /shop, true", "PCRE, /Shop/a, false", "RE2, '', false", "RE2, /a, true",
			"RAW, '', true", "RAW, /shop, false" })
	void searchWhenPathIsRandomShouldLeadWhereTheIndexDoes(RegexDialect dialect, String basePath,
			boolean caseSensitive) {
		for (int i = 0; i < 100; i++) {
			Map<PathExpression, Integer> patterns = patterns(caseSensitive);
			Search search = new Search(dialect, patterns, basePath, caseSensitive);
			for (int j = 0; j < 100; j++) {
				String path = (this.random.nextInt(10) == 0 ? "" : basePath) + path();
				verify(search, patterns.keySet(), basePath, path);
			}
		}
	}

	private void verify(Search search, Set<PathExpression> patterns, String basePath, String path) {
		boolean encodedBasePath = search.decode(path).startsWith(basePath) && !path.startsWith(basePath);
		if (encodedBasePath) {
			return;
		}
		int expected = path.startsWith(basePath) ? search.index(path) : -1;
		int actual = search.find(path);
		if (actual == expected) {
			return;
		}
		boolean odd = Regexes.matches(RegexDialect.RE2, OddPaths.ANYWHERE, path)
				|| Regexes.matches(RegexDialect.RE2, OddPaths.NEARBY, path)
				|| (search.dialect == RegexDialect.RAW && search.isOddToAll(path));
		assertThat(actual).as("%s under %s, of which %s is expected", path, patterns, expected)
			.isEqualTo(EdgePolicy.AMBIGUOUS);
		assertThat(odd || path.endsWith("/")).as("%s under %s is odd", path, patterns).isTrue();
	}

	private Map<PathExpression, Integer> patterns(boolean caseSensitive) {
		List<CorsPolicySpec> specs = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			specs.add(CorsPolicySpec.named("p" + i).paths(pattern()).allowedOrigins("https://a.example").build());
		}
		CorsSettings settings = new CorsSettings(204, false, caseSensitive, (domain) -> false);
		Map<PathExpression, Integer> patterns = new HashMap<>();
		CorsPolicySet.compile(specs, settings)
			.policies()
			.forEach((policy) -> patterns.put(PathExpression.parse(policy.resolved().paths().get(0)),
					patterns.size() % 3 + 1));
		return patterns;
	}

	private String pattern() {
		StringBuilder pattern = new StringBuilder();
		int segments = this.random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			pattern.append('/').append(any(PATTERN_SEGMENTS).replace("v}", "v" + i + "}"));
		}
		String end = any(PATTERN_ENDS);
		return pattern.append(pattern.isEmpty() && end.isEmpty() ? "/" : end).toString();
	}

	private String path() {
		StringBuilder path = new StringBuilder();
		int segments = this.random.nextInt(5);
		boolean odd = this.random.nextInt(4) == 0;
		for (int i = 0; i < segments; i++) {
			path.append('/').append(any((odd && this.random.nextInt(3) == 0) ? ODD_SEGMENTS : PATH_SEGMENTS));
		}
		return (this.random.nextInt(5) == 0 || path.isEmpty()) ? path.append('/').toString() : path.toString();
	}

	private <T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * The search as nginx does it.
	 */
	private static final class Search {

		private final RegexDialect dialect;

		private final PathIndex<Integer> index;

		private final String basePath;

		private final List<EdgePath> paths;

		private final PathRegex regex;

		private final List<List<String>> beginnings;

		Search(RegexDialect dialect, Map<PathExpression, Integer> patterns, String basePath, boolean caseSensitive) {
			this.dialect = dialect;
			this.basePath = basePath;
			this.index = new PathIndex<>(patterns, caseSensitive);
			this.paths = EdgePaths.of(patterns, caseSensitive);
			this.regex = new PathRegex(dialect, basePath, caseSensitive);
			this.beginnings = OddPaths.beginnings(List.copyOf(patterns.keySet()));
		}

		int index(String path) {
			Set<Integer> found = new HashSet<>(this.index.find(path, this.basePath.length()));
			Integer policy = found.iterator().next();
			return (found.size() > 1) ? EdgePolicy.AMBIGUOUS : (policy != null) ? policy : -1;
		}

		boolean isOddToAll(String path) {
			return OddPaths.RAW_ANYWHERE.stream().anyMatch((regex) -> isWhole(regex, path));
		}

		/**
		 * The search as Envoy does it, in whole raw paths.
		 */
		private int findRaw(String path) {
			boolean nearby = isWhole(OddPaths.RAW_NEARBY, path)
					&& this.beginnings.stream().anyMatch((beginning) -> isWhole(this.regex.nearWhole(beginning), path));
			if (isOddToAll(path) || nearby) {
				return EdgePolicy.AMBIGUOUS;
			}
			return this.paths.stream()
				.filter((step) -> isWhole(this.regex.ofWhole(step.path()), path))
				.mapToInt(EdgePath::policy)
				.findFirst()
				.orElse(-1);
		}

		private boolean isWhole(String regex, String text) {
			return matches("^(?:" + regex + ")\\z", text);
		}

		int find(String path) {
			if (this.dialect == RegexDialect.RAW) {
				return findRaw(path);
			}
			if (matches(OddPaths.ANYWHERE, path)) {
				return EdgePolicy.AMBIGUOUS;
			}
			String decoded = decode(path);
			if (matches(OddPaths.NEARBY, path)) {
				return this.beginnings.stream().anyMatch((beginning) -> matches(this.regex.near(beginning), decoded))
						? EdgePolicy.AMBIGUOUS : -1;
			}
			return this.paths.stream()
				.filter((step) -> matches(this.regex.of(step.path()), decoded))
				.mapToInt(EdgePath::policy)
				.findFirst()
				.orElse(-1);
		}

		String decode(String path) {
			return matches(OddPaths.ANYWHERE, path) ? path
					: URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}

		private boolean matches(String regex, String text) {
			return Regexes.matches(this.dialect, regex, text);
		}

	}

}
