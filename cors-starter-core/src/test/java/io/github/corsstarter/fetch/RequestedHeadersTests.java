package io.github.corsstarter.fetch;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import io.github.corsstarter.fetch.RequestedHeaders.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestedHeaders}.
 */
class RequestedHeadersTests {

	private static final HeaderNameSet ALLOWED = HeaderNameSet.of(List.of("Authorization", "x-a", "X-B"));

	@ParameterizedTest
	@ValueSource(strings = { "", ",", ",,,", " ", "\t", " ,\t, ", "x-a", "X-A", "x-a,x-b", "x-b,x-a", "x-a,x-a", " x-a",
			"x-a ", "\tx-a\t,\t x-b \t", ",x-a", "x-a,", ",,x-a,,x-b,,", "authorization,x-a,x-b" })
	void checkWhenEveryNameIsListedShouldAllow(String field) {
		assertThat(RequestedHeaders.check(fields(field), ALLOWED)).isEqualTo(Verdict.ALLOWED);
		assertThat(RequestedHeaders.firstNotAllowed(fields(field), ALLOWED)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-c", "x-a,X-C", "x-c,x-a", "x-a,,\tX-c ,x-b", "x-a, x-c,x-d" })
	void checkWhenANameIsNotListedShouldNotAllow(String field) {
		assertThat(RequestedHeaders.check(fields(field), ALLOWED)).isEqualTo(Verdict.NOT_ALLOWED);
		assertThat(RequestedHeaders.firstNotAllowed(fields(field), ALLOWED)).isEqualTo("x-c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-a x-b", "x-a;x-b", "x", "x-", "x-aa", "x-a\u0000", "\u00a0x-a", "x-a\u000b", "x-a\r\n",
			"\"x-a\"", "authori\u017fation", "x-a:1", "*" })
	void checkWhenItIsNearlyAListedNameShouldNotAllow(String field) {
		assertThat(RequestedHeaders.check(fields(field), ALLOWED)).isEqualTo(Verdict.NOT_ALLOWED);
	}

	@Test
	void checkWhenNameFoldsToAListedOneOutsideAsciiShouldNotAllow() {
		// The Kelvin sign is a k to regionMatches, and stands here where nothing is
		// hashed.
		for (char c = 'a'; c <= 'z'; c++) {
			for (char d = 'a'; d <= 'z'; d++) {
				HeaderNameSet set = HeaderNameSet.of(List.of(c + "kxy" + d));
				assertThat(RequestedHeaders.check(fields(c + "\u212axy" + d), set)).isEqualTo(Verdict.NOT_ALLOWED);
				assertThat(RequestedHeaders.check(fields(c + "jxy" + d), set)).isEqualTo(Verdict.NOT_ALLOWED);
				assertThat(RequestedHeaders.check(fields(c + "Kxy" + d), set)).isEqualTo(Verdict.ALLOWED);
			}
		}
	}

	@Test
	void checkWhenEveryNameIsAllowedShouldTakeTokensOnly() {
		assertThat(RequestedHeaders.check(fields("a", "!#$%&'*+-.^_`|~09AZ"), HeaderNameSet.any()))
			.isEqualTo(Verdict.ALLOWED);
		for (String field : new String[] { "a b", "a/b", "(a)", "a\u007f", "\u00e9", "a=b", "a\u0000" }) {
			assertThat(RequestedHeaders.check(fields("a", field), HeaderNameSet.any())).as(field)
				.isEqualTo(Verdict.NOT_ALLOWED);
		}
	}

	@Test
	void checkWhenThereAreSeveralFieldsShouldReadAll() {
		assertThat(RequestedHeaders.check(fields("x-a", "", "x-b"), ALLOWED)).isEqualTo(Verdict.ALLOWED);
		assertThat(RequestedHeaders.check(fields("x-a", "", "x-c"), ALLOWED)).isEqualTo(Verdict.NOT_ALLOWED);
		assertThat(RequestedHeaders.check(fields(), ALLOWED)).isEqualTo(Verdict.ALLOWED);
	}

	@Test
	void checkWhenCharactersReachTheBoundShouldStopThere() {
		String longest = "x-a" + ",".repeat(RequestedHeaders.MAX_CHARACTERS - 3);
		assertThat(RequestedHeaders.check(fields(longest), ALLOWED)).isEqualTo(Verdict.ALLOWED);
		assertThat(RequestedHeaders.check(fields(longest, "x"), ALLOWED)).isEqualTo(Verdict.MALFORMED);
		assertThat(RequestedHeaders.check(fields("x-c" + longest), ALLOWED)).isEqualTo(Verdict.MALFORMED);
	}

	@Test
	void checkWhenNamesReachTheBoundShouldSaySo() {
		String most = "x-a,".repeat(RequestedHeaders.MAX_NAMES);
		assertThat(RequestedHeaders.check(fields(most), ALLOWED)).isEqualTo(Verdict.ALLOWED);
		assertThat(RequestedHeaders.check(fields(most, "x-a"), ALLOWED)).isEqualTo(Verdict.CROWDED);
		assertThat(RequestedHeaders.check(fields("x-c", most), ALLOWED)).isEqualTo(Verdict.CROWDED);
	}

	@Test
	void namesWhenRepeatedShouldListEachOnceInOrder() {
		assertThat(RequestedHeaders.names(fields(" X-B,,x-a", "x-b\t", "Authorization"))).containsExactly("x-b", "x-a",
				"authorization");
	}

	private static Enumeration<String> fields(String... fields) {
		return Collections.enumeration(List.of(fields));
	}

}
