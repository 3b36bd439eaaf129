package io.github.corsstarter.path;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathIndex}.
 */
class PathIndexTests {

	private static final String[] PATHS = { "/**", "/api/**", "/api/{id}", "/api/*", "/api/orders", "/f/o*",
			"/api/{a}/x", "/api/*/y", "/api/", "/caf\u00e9", "/h*l*o/z", "/a?c" };

	@ParameterizedTest
	@CsvSource(textBlock = """
			/,              /**
			/api,           /api/**
			/api/,          '[/api/,/api/**]'
			/api/orders,    /api/orders
			/api/Orders,    /api/{id}
			/api/orderz,    /api/{id}
			/f/orders,      /f/o*
			/f/p,           /**
			/api/7,         /api/{id}
			/api/7/x,       /api/{a}/x
			/api/7/y,       /api/*/y
			/api/7/z,       /api/**
			/api/7/,        '[/api/**,/api/{id}]'
			/API,           /**
			/caf\u00e9,     /caf\u00e9
			/caf%C3%A9,     /caf\u00e9
			/hello/z,       /h*l*o/z
			/hlllo/z,       /h*l*o/z
			/hell/z,        /**
			/abc,           /a?c
			/ac,            /**
			/abbc,          /**
			/api/%6frders,  /api/orders
			/api;v=1/orders;x, /api/orders
			/api//orders,   '[/api/**,/api/orders]'
			/api/x/../orders, '[/api/**,/api/orders]'
			/api%2Forders,  '[/**,/api/orders]'
			/api/a%2Fx,     '[/api/{id},/api/{a}/x]'
			/api/;/x,       '[/api/**,/api/{id}]'
			""")
	void findWhenPathIsOneOfTheseShouldFindMostSpecific(String path, String pattern) {
		assertThat(find(index(true, PATHS), path, 0)).isEqualTo(pattern);
		assertThat(find(index(true, PATHS), "/app" + path, 4)).isEqualTo(pattern);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/a/one.json/,       '[/a/{x}/*,/a/one.json]'
			/a/one.json//,      '[/**,/a/one.json,/a/{x}/*]'
			/a/one.json/;x,     '[/a/{x}/*,/a/one.json]'
			/a/one.json/;/;x/,  '[/**,/a/one.json,/a/{x}/*]'
			/a/one.json/.,      '[/a/{x}/*,/a/one.json]'
			/a/one.json%2F,     '[/a/{x},/a/one.json,/a/{x}/*]'
			/a/one.json%5C,     '[/a/{x},/a/{x}/*,/a/one.json]'
			/a/one.json/%2F,    '[/a/{x}/*,/a/one.json]'
			/a/one.json,        /a/one.json
			/a/other/,          '[/a/{x}/*,/a/{x}]'
			/b/c/,              /**
			/,                  /
			//,                 '[/**,/]'
			/;x,                '[/*,/]'
			""")
	void findWhenPathEndsInSlashShouldFindWhatMatchesWithoutItToo(String path, String patterns) {
		PathIndex<String> index = index(true, "/**", "/", "/*", "/a/{x}", "/a/one.json", "/a/{x}/*");
		assertThat(find(index, path, 0)).isEqualTo(patterns);
		assertThat(find(index, "/app" + path, 4)).isEqualTo(patterns);
	}

	@Test
	void findWhenSegmentStartsWithABlankShouldFindWhatHasNone() {
		PathIndex<String> index = new PathIndex<>(
				Map.of(PathExpression.parse("/files/one"), "file", PathExpression.parse("/**"), "all"), true);
		assertThat(index.find("/files/%20one", 0)).contains("file", "all");
		assertThat(index.find("/%09files/one/", 0)).contains("file", "all");
		assertThat(index.find("/files/one%20", 0)).containsOnly("all");
	}

	@Test
	void findReadWhenReadingEndsInSlashShouldFindWhatMatchesWithoutItToo() {
		PathIndex<String> index = index(true, "/orders");
		assertThat(index.findRead("/orders/")).containsExactly(null, "/orders");
		assertThat(index.findRead("/orders")).containsExactly("/orders");
		assertThat(index.findRead("orders")).containsExactly((String) null);
		assertThat(index.findRead(null)).containsExactly((String) null);
	}

	@Test
	void findWhenJoinedSlashesLeadToThirdPatternShouldReconcileThat() {
		assertThat(find(index(true, "/**", "/a/*/b"), "/a//../b", 0)).isEqualTo("[/**,/a/*/b]");
	}

	@Test
	void findWhenPathStartsWithinASegmentShouldFindNothing() {
		assertThat(index(true, "/**").find("/apple/x/", 4)).containsExactly((String) null);
	}

	@Test
	void findWhenPathLeavesContextPathShouldReconcileThat() {
		assertThat(find(index(true, "/**"), "/app/../b", 4)).isEqualTo("[/**,null]");
	}

	@Test
	void findWhenCaseIsOfNoAccountShouldFoldIt() {
		PathIndex<String> index = index(false, "/api/Orders", "/API/{id}", "/\u00c9/x*");
		assertThat(find(index, "/Api/oRDERS", 0)).isEqualTo("/api/Orders");
		assertThat(find(index, "/API/7", 0)).isEqualTo("/API/{id}");
		assertThat(find(index, "/\u00e9/XY", 0)).isEqualTo("/\u00c9/x*");
		assertThat(find(index, "/\u00e9/yx", 0)).isNull();
	}

	@Test
	void findWhenNothingMatchesShouldBeNull() {
		PathIndex<String> index = index(true, "/api/orders", "/api/{id}/x");
		for (String path : new String[] { "", "/", "*", "api/orders", "/api", "/api/order", "/api/a/b/c" }) {
			assertThat(find(index, path, 0)).as(path).isNull();
		}
		assertThat(find(index(true), "/api", 0)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/public/..%2Fapi/x", "/public/../api/x", "/public/%2e%2e/api/x", "/public/..;a/api/x",
			"/public\\..\\api\\x", "/public/a/..\\../api/x", "/public/./..//api/x", "/./api/x", "//api/x", "/;/api/x",
			"/%61pi/x", "/api;a/x", "/api%2Fx", "/api\\x" })
	void findWhenAReadingOfAnotherPathLeadsToThePatternShouldFindIt(String path) {
		PathIndex<String> index = index(true, "/api/**", "/open/a/b");
		assertThat(index.find(path, 0)).contains("/api/**");
		assertThat(index.find("/app" + path, 4)).contains("/api/**");
	}

	@ParameterizedTest
	@CsvSource({ "/public//x, ", "/public/x;a/b, ", "/public/a\\b, ", "/api//x, /api/**", "/api/x;a/b, /api/**",
			"/api/a\\b, /api/**" })
	void findWhenEveryReadingLeadsToTheSameShouldFindThatOnce(String path, @Nullable String pattern) {
		assertThat(index(true, "/api/**", "/open/a/b").find(path, 0)).containsExactly(pattern);
	}

	@Test
	void findWhenPathIsEmptyShouldMatchWhatMatchesAll() {
		assertThat(find(index(true, "/**"), "/app", 4)).isEqualTo("/**");
		assertThat(find(index(true, "/", "/*"), "/app", 4)).isNull();
	}

	@Test
	void findWhenThereAreManyLiteralsShouldTellThemApart() {
		String[] paths = new String[5000];
		Arrays.setAll(paths, (i) -> "/p" + i + "/x");
		PathIndex<String> index = index(true, paths);
		for (String path : paths) {
			assertThat(find(index, path, 0)).isEqualTo(path);
			assertThat(find(index, path + "x", 0)).isNull();
		}
	}

	private static PathIndex<String> index(boolean caseSensitive, String... paths) {
		return new PathIndex<>(
				Arrays.stream(paths).collect(Collectors.toMap(PathExpression::parse, Function.identity())),
				caseSensitive);
	}

	/**
	 * Returns what all readings lead to, or each of them in brackets.
	 */
	private static @Nullable String find(PathIndex<String> index, String path, int start) {
		List<@Nullable String> found = index.find(path, start).stream().distinct().toList();
		return (found.size() == 1) ? found.get(0)
				: found.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
	}

}
