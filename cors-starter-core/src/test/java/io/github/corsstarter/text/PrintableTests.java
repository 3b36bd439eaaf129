package io.github.corsstarter.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Printable}.
 */
class PrintableTests {

	@Test
	void ofWhenTextIsCleanShouldReturnItself() {
		String text = "https://shop.example.com:8443 ~!";
		assertThat(Printable.of(text)).isSameAs(text);
	}

	@Test
	void ofWhenTextHoldsOthersThanVisibleAsciiShouldReplaceThem() {
		assertThat(Printable.of("a\r\nb\tc\u0000d\u007Fe\u202Ef\u00E9g\u001B[31m")).isEqualTo("a??b?c?d?e?f?g?[31m");
	}

	@Test
	void ofWhenTextIsLongShouldCutIt() {
		String longest = "a".repeat(Printable.MAX_LENGTH);
		assertThat(Printable.of(longest)).isSameAs(longest);
		assertThat(Printable.of(longest + "a")).hasSize(Printable.MAX_LENGTH).endsWith("aa...");
	}

	@Test
	void ofWhenLengthIsGivenShouldCutThere() {
		assertThat(Printable.of("abcdef", 6)).isEqualTo("abcdef");
		assertThat(Printable.of("abcd\nefg", 7)).isEqualTo("abcd...");
		assertThat(Printable.of("a\nbcdefg", 5)).isEqualTo("a?...");
	}

}
