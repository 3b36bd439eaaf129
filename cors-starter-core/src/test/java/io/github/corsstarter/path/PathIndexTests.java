package io.github.corsstarter.path;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
			/api/,          /api/
			/api/orders,    /api/orders
			/api/Orders,    /api/{id}
			/api/orderz,    /api/{id}
			/f/orders,      /f/o*
			/f/p,           /**
			/api/7,         /api/{id}
			/api/7/x,       /api/{a}/x
			/api/7/y,       /api/*/y
			/api/7/z,       /api/**
			/api/7/,        /api/**
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
		assertThat(index(true, PATHS).find(path, 0)).isEqualTo(pattern);
		assertThat(index(true, PATHS).find("/app" + path, 4)).isEqualTo(pattern);
	}

	@Test
	void findWhenServerReadsOddPathInItsOwnWayShouldReconcileThat() {
		PathIndex<String> index = index(true, "/**", "/api/orders");
		assertThat(index.find("/x;y", 0, "request", (request) -> "/api/orders")).isEqualTo("[/**,/api/orders]");
		assertThat(index.find("/x;y", 0, "request", (request) -> "/x")).isEqualTo("/**");
		assertThat(index.find("/x", 0, "request", (request) -> "/api/orders")).as("plain").isEqualTo("/**");
	}

	@Test
	void findWhenJoinedSlashesLeadToThirdPatternShouldReconcileThat() {
		assertThat(index(true, "/**", "/a/*/b").find("/a//../b", 0)).isEqualTo("[/**,/a/*/b]");
	}

	@Test
	void findWhenPathLeavesContextPathShouldReconcileThat() {
		assertThat(index(true, "/**").find("/app/../b", 4)).isEqualTo("[/**,null]");
	}

	@Test
	void findWhenCaseIsOfNoAccountShouldFoldIt() {
		PathIndex<String> index = index(false, "/api/Orders", "/API/{id}", "/\u00c9/x*");
		assertThat(index.find("/Api/oRDERS", 0)).isEqualTo("/api/Orders");
		assertThat(index.find("/API/7", 0)).isEqualTo("/API/{id}");
		assertThat(index.find("/\u00e9/XY", 0)).isEqualTo("/\u00c9/x*");
		assertThat(index.find("/\u00e9/yx", 0)).isNull();
	}

	@Test
	void findWhenNothingMatchesShouldBeNull() {
		PathIndex<String> index = index(true, "/api/orders", "/api/{id}/x");
		for (String path : new String[] { "", "/", "*", "api/orders", "/api", "/api/order", "/api/orders/",
				"/api/a/b/c" }) {
			assertThat(index.find(path, 0)).as(path).isNull();
		}
		assertThat(index(true).find("/api", 0)).isNull();
	}

	@Test
	void findWhenPathIsEmptyShouldMatchWhatMatchesAll() {
		assertThat(index(true, "/**").find("/app", 4)).isEqualTo("/**");
		assertThat(index(true, "/", "/*").find("/app", 4)).isNull();
	}

	@Test
	void findWhenThereAreManyLiteralsShouldTellThemApart() {
		String[] paths = new String[5000];
		Arrays.setAll(paths, (i) -> "/p" + i + "/x");
		PathIndex<String> index = index(true, paths);
		for (String path : paths) {
			assertThat(index.find(path, 0)).isEqualTo(path);
			assertThat(index.find(path + "x", 0)).isNull();
		}
	}

	private static PathIndex<String> index(boolean caseSensitive, String... paths) {
		return new PathIndex<>(
				Arrays.stream(paths).collect(Collectors.toMap(PathExpression::parse, Function.identity())),
				caseSensitive, PathIndexTests::bothOf);
	}

	private static String bothOf(@Nullable String mapped, @Nullable String normalised) {
		return "[" + mapped + "," + normalised + "]";
	}

}
