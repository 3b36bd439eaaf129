package io.github.corsstarter.path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathReadings}.
 */
class PathReadingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/a", "/a/", "/a/b", "/a.b", "/.a", "/..a", "/...", "/a..", "/a+b", "/\u00e9",
			"/a b", "*" })
	void isPlainWhenBothReadingsAreTheSameShouldBeTrue(String path) {
		assertThat(PathReadings.isPlain("/app" + path, 4)).isTrue();
		assertThat(PathReadings.asMapped(path, 0)).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//", "/a//b", "/a//", "/.", "/..", "/./a", "/a/../b", "/a/.", "/a;b", "/%61", "/a\\b",
			"/a/%", ";" })
	void isPlainWhenReadingsMayDifferShouldBeFalse(String path) {
		assertThat(PathReadings.isPlain(path, 0)).isFalse();
		assertThat(PathReadings.isPlain(path + "/a", path.length())).as("looks at the rest only").isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/%61                | /a            | /a
			/a;x=1/b            | /a/b          | /a/b
			/a;x=1;y/b;z        | /a/b          | /a/b
			/a//b               | /a//b         | /a/b
			/a/./b              | /a/./b        | /a/b
			/a/../b             | /a/../b       | /b
			/../../b            | /../../b      | /b
			/a/..               | /a/..         | /
			/a/b/..             | /a/b/..       | /a/
			/a/.                | /a/.          | /a/
			/a/b/..;x           | /a/b/..       | /a/
			/a/%2e%2E/b         | /a/../b       | /b
			/a%5Cb              | /a\\b         | /a/b
			/a\\..\\b           | /a\\..\\b     | /b
			/%2561              | /%61          | /%61
			/a%3Bb              | /a;b          | /a;b
			/caf%C3%A9          | /caf\u00e9    | /caf\u00e9
			/%E2%82%AC%61       | /\u20aca      | /\u20aca
			/\ud83d\ude00%61    | /\ud83d\ude00a | /\ud83d\ude00a
			/%FF                | /\ufffd       | /\ufffd
			/%                  | /%            | /%
			/%6                 | /%6           | /%6
			/%zz%61             | /%zza         | /%zza
			/%6z                | /%6z          | /%6z
			/%\uff16\uff11      | /%\uff16\uff11 | /%\uff16\uff11
			/a+b%20             | '/a+b '       | '/a+b '
			""")
	void readWhenPathIsOddShouldDecodeOnceAndResolve(String path, String mapped, String normalised) {
		assertThat(PathReadings.asMapped(path, 0)).isEqualTo(mapped);
		assertThat(PathReadings.asNormalised(path, 0)).isEqualTo(normalised);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/app/a/../b    | /b
			/app/../app/b  | /b
			/app           | ''
			/app/../b      |
			/app/../apple  |
			""")
	void asNormalisedWhenPathLeavesContextPathShouldBeNull(String path, String normalised) {
		assertThat(PathReadings.asNormalised(path, 4)).isEqualTo(normalised);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/app/a;x=1//b/../c  | /a/b/../c
			/app//%2e%2E%2F/b   | /../b
			""")
	void asJoinedShouldJoinSlashesAndKeepDots(String path, String joined) {
		assertThat(PathReadings.asJoined(path, 4)).isEqualTo(joined);
	}

	@Test
	void asMappedWhenSlashIsEncodedShouldKeepItInItsSegment() {
		assertThat(PathReadings.asMapped("/a%2Fb", 0)).hasSize(4).isNotEqualTo("/a/b");
		assertThat(PathReadings.asNormalised("/a%2Fb", 0)).isEqualTo("/a/b");
	}

	@Test
	void asMappedWhenSegmentHasParametersOnlyShouldKeepIt() {
		assertThat(PathReadings.asMapped("/;x/b", 0)).hasSize(4).endsWith("/b");
		assertThat(PathReadings.asNormalised("/;x/b", 0)).isEqualTo("/b");
	}

}
