package io.github.corsstarter.fetch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Vary}.
 */
class VaryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                          | Origin         | Origin
			' '                         | Origin         | Origin
			Accept                      | Origin         | Accept, Origin
			Origin                      | Origin         | Origin
			origin                      | Origin         | origin
			'Accept ,ORIGIN, X'         | Origin         | 'Accept ,ORIGIN, X'
			Original                    | Origin         | Original, Origin
			X-Origin                    | Origin         | X-Origin, Origin
			Accept                      | 'Origin, X'    | Accept, Origin, X
			X                           | 'Origin, X'    | X, Origin
			X                           | 'Origin,Origin,,origin' | X, Origin
			X                           | ''             | X
			X,                          | Origin         | 'X,, Origin'
			*                           | Origin         | *, Origin
			""")
	void appendWhenNamesAreMissingShouldAddThem(String value, String names, String expected) {
		assertThat(Vary.append(value, names)).isEqualTo(expected);
	}

	@Test
	void appendWhenNothingIsMissingShouldReturnTheValueItself() {
		String value = new String("Accept, Origin");
		assertThat(Vary.append(value, "Origin")).isSameAs(value);
	}

	@Test
	void mergeWhenThereAreSeveralFieldsShouldMakeOneValue() {
		assertThat(merge(Answer.PREFLIGHT_VARY)).isEqualTo(Answer.PREFLIGHT_VARY);
		assertThat(merge("Origin", "Accept")).isEqualTo("Accept, Origin");
		assertThat(merge("Origin", "Accept, X", "origin, accept", "Y")).isEqualTo("Accept, X, origin, Y");
	}

	@Test
	void appendWhenValueIsHugeShouldStayLinear() {
		String huge = "a,".repeat(4096);
		assertThat(Vary.append(huge, "Origin")).isEqualTo(huge + ", Origin");
	}

	private static String merge(String names, String... fields) {
		List<String> list = Arrays.asList(fields);
		return Vary.merge(Collections.enumeration(list), names);
	}

}
