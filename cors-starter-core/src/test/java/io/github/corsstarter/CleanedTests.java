package io.github.corsstarter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Cleaned}.
 */
class CleanedTests {

	@Test
	void ofWhenTextIsCleanShouldReturnItself() {
		String text = "https://shop.example.com:8443 ~!";
		assertThat(Cleaned.of(text)).isSameAs(text);
	}

	@Test
	void ofWhenTextHoldsOthersThanVisibleAsciiShouldReplaceThem() {
		assertThat(Cleaned.of("a\r\nb\tc\u0000d\u007Fe\u202Ef\u00E9g\u001B[31m")).isEqualTo("a??b?c?d?e?f?g?[31m");
	}

	@Test
	void ofWhenTextIsLongShouldCutIt() {
		String longest = "a".repeat(Cleaned.MAX_LENGTH);
		assertThat(Cleaned.of(longest)).isSameAs(longest);
		assertThat(Cleaned.of(longest + "a")).hasSize(Cleaned.MAX_LENGTH).endsWith("aa...");
	}

	@Test
	void ofWhenLengthIsGivenShouldCutThere() {
		assertThat(Cleaned.of("abcdef", 6)).isEqualTo("abcdef");
		assertThat(Cleaned.of("abcd\nefg", 7)).isEqualTo("abcd...");
		assertThat(Cleaned.of("a\nbcdefg", 5)).isEqualTo("a?...");
	}

}
