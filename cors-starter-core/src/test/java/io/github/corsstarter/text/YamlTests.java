package io.github.corsstarter.text;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Yaml}.
 */
class YamlTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			GET,       GET
			x-a_b1,    x-a_b1
			null,      "null"
			true,      "true"
			false,     "false"
			yes,       "yes"
			no,        "no"
			on,        "on"
			off,       "off"
			y,         "y"
			n,         "n"
			1a,        "1a"
			*,         "*"
			a:b,       "a:b"
			""")
	void valueWhenYamlMightMisreadItShouldQuote(String text, String expected) {
		assertThat(Yaml.value(text)).isEqualTo(expected);
	}

	@Test
	void listWhenShortShouldWriteAll() {
		assertThat(Yaml.list(List.of("GET"), List.of("no"))).isEqualTo(": [GET, \"no\"]");
		assertThat(Yaml.list(Collections.nCopies(7, "a"), List.of())).isEqualTo(": [a, a, a, a, a, a, a]");
	}

	@Test
	void listWhenLongOrOpenShouldWriteNothing() {
		assertThat(Yaml.list(Collections.nCopies(8, "a"), List.of("b"))).isEmpty();
		assertThat(Yaml.list(List.of("*"), List.of("b"))).isEmpty();
	}

}
