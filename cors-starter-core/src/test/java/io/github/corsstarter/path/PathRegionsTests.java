package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathRegions}.
 */
class PathRegionsTests {

	@Test
	void regionsWhenThereIsNoPatternShouldBeOne() {
		assertThat(regions()).containsExactly("/", "/x");
	}

	@Test
	void regionsWhenPatternsAreLiteralShouldHoldEachAndWhatLiesBeside() {
		assertThat(regions("/a/b", "/a", "/a/")).contains("/", "/a", "/a/", "/a/b", "/a/b/x", "/a/x", "/x");
	}

	@Test
	void regionsWhenGlobsMeetShouldHoldWhatBothMatch() {
		List<String> regions = regions("/a*", "/*b", "/a?c", "/ab");
		assertThat(regions).anyMatch((path) -> path.startsWith("/a") && path.endsWith("b") && path.length() > 3)
			.contains("/ab")
			.anyMatch((path) -> path.startsWith("/a") && path.endsWith("c") && path.length() == 4)
			.anyMatch((path) -> !path.startsWith("/a") && path.endsWith("b"));
	}

	@Test
	void regionsWhenTextIsNotAsciiShouldBeEncoded() {
		assertThat(regions("/caf\u00e9/**")).contains("/caf%C3%A9", "/caf%C3%A9/x");
	}

	@Test
	void regionsWhenEveryLetterIsTakenShouldFindAnother() {
		assertThat(regions("/xyzwvutsrqponmlkjihgfedcba0123456789")).contains("/%7B");
	}

	@Test
	void regionsWhenGlobsAreManyShouldEnd() {
		List<String> patterns = new ArrayList<>();
		for (char c = 'a'; c <= 'z'; c++) {
			patterns.add("/*" + c + c + c + "*");
		}
		assertThat(regions(patterns.toArray(String[]::new))).contains("/aaa", "/zzz");
	}

	private static List<String> regions(String... patterns) {
		return PathRegions.of(Stream.of(patterns).map(PathExpression::parse).toList());
	}

}
