package io.github.corsstarter.path;

import java.nio.charset.StandardCharsets;

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
		assertThat(PathReadings.asPathPattern(path, 0)).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//", "/a//b", "/a//", "/.", "/..", "/./a", "/a/../b", "/a/.", "/a;b", "/%61", "/a\\b",
			"/a/%", ";" })
	void isPlainWhenReadingsMayDifferShouldBeFalse(String path) {
		assertThat(PathReadings.isPlain(path, 0)).isFalse();
		assertThat(PathReadings.isPlain(path + "/a", path.length())).as("looks at the rest only").isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a/", "/a-b", "/a/b;c", "/a//b", "/a/b\\c", "/a/;/b" })
	void keepSegmentWhenEveryReadingStaysBelowItShouldBeTrue(String path) {
		assertThat(PathReadings.keepSegment("/app" + path, 4)).isTrue();
		assertThat(PathReadings.asPathPattern(path, 0) + "/").startsWith("/a");
		assertThat(PathReadings.asContainer(path, 0)).startsWith("/a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a;b", "/a;b/c", "/;a/c", "/a\\b", "/\\a/c", "/%61", "/a%2Fb", "/..", "/.", "/a/..%2Fb",
			"/a/../b", "/a/%2e%2e/b", "/a/b/..;c/..", "/a\\..\\b", "/a/b\\..\\..", "/a.b", "/a/%2e%2E%2fb" })
	void keepSegmentWhenAReadingMayDifferOrLeaveItShouldBeFalse(String path) {
		assertThat(PathReadings.keepSegment(path, 0)).isFalse();
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
	void readWhenPathIsOddShouldDecodeOnceAndResolve(String path, String mapped, String normalized) {
		assertThat(PathReadings.asPathPattern(path, 0)).isEqualTo(mapped);
		assertThat(PathReadings.asContainer(path, 0)).isEqualTo(normalized);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/app/a/../b    | /b
			/app/../app/b  | /b
			/app           | ''
			/app/../b      |
			/app/../apple  |
			""")
	void asContainerWhenPathLeavesContextPathShouldBeNull(String path, String normalized) {
		assertThat(PathReadings.asContainer(path, 4)).isEqualTo(normalized);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/app/a;x=1//b/../c  | /a/b/../c
			/app//%2e%2E%2F/b   | /../b
			""")
	void asAntPathShouldJoinSlashesAndKeepDots(String path, String joined) {
		assertThat(PathReadings.asAntPath(path, 4, StandardCharsets.UTF_8)).isEqualTo(joined);
	}

	@Test
	void asPathPatternWhenSlashIsEncodedShouldKeepItInItsSegment() {
		assertThat(PathReadings.asPathPattern("/a%2Fb", 0)).hasSize(4).isNotEqualTo("/a/b");
		assertThat(PathReadings.asContainer("/a%2Fb", 0)).isEqualTo("/a/b");
	}

	@Test
	void asPathPatternWhenSegmentHasParametersOnlyShouldKeepIt() {
		assertThat(PathReadings.asPathPattern("/;x/b", 0)).hasSize(4).endsWith("/b");
		assertThat(PathReadings.asContainer("/;x/b", 0)).isEqualTo("/b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/a/          | /a
			/a//         | /a
			/a/;x        | /a
			/a/;x/;y=1/  | /a
			/a%2F        | /a
			/a/%2F%2f    | /a
			/a           | /a
			/a;x         | /a
			/a%2Fb       | /a%2Fb
			/            | /
			//           | /
			/;x          | /
			''           | ''
			""")
	void withoutSlashShouldLeaveOutWhatCountsAsSlashAtTheEnd(String path, String withoutSlash) {
		assertThat(PathReadings.withoutSlash(PathReadings.asPathPattern(path, 0)))
			.isEqualTo(PathReadings.asPathPattern(withoutSlash, 0));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'/files/one',             '/files/one'
			'/ files/one',            '/files/one'
			'/\t\n\r\u007ffiles/\u0000one', '/files/one'
			'// //files/ / /one',     '/files/one'
			'//files///one//',        '//files///one//'
			'/files/a b /',           '/files/a b /'
			'/files/ ',               '/files/'
			' /files',                ' /files'
			'',                       ''
			""")
	void withoutBlanksWhenSegmentsStartWithSomeShouldLeaveThemOut(String reading, String expected) {
		assertThat(PathReadings.withoutBlanks(reading)).isEqualTo(expected);
	}

}
