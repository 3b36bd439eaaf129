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

	@Test
	void lineWhenTextIsOneLineShouldReturnItself() {
		String text = "https://b\u00fccher.example.com \u65e5\u672c \ud83d\ude00 /caf\u00e9";
		assertThat(Printable.line(text, 100)).isSameAs(text);
	}

	@Test
	void lineWhenTextEndsLinesOrSteersTerminalsShouldReplaceThat() {
		assertThat(Printable.line("a\r\nb\tc\u0000d\u0085e\u2028f\u2029g\u202eh\u200bi\u001b[31mj\ud800k\ue000l\u0378",
				100))
			.isEqualTo("a??b?c?d?e?f?g?h?i?[31mj?k?l?");
	}

	@Test
	void lineWhenTextIsLongShouldCutIt() {
		assertThat(Printable.line("abcdef", 6)).isEqualTo("abcdef");
		assertThat(Printable.line("abcdefg", 6)).isEqualTo("abc...");
		assertThat(Printable.line("a\n\ud83d\ude00efg", 6)).isEqualTo("a??...");
	}

	@Test
	void withoutUserInfoWhenThereIsSomeShouldMaskIt() {
		assertThat(Printable.withoutUserInfo("https://shop.example.com")).isEqualTo("https://shop.example.com");
		assertThat(Printable.withoutUserInfo("https://user:p@ss/word@shop.example.com"))
			.isEqualTo("https://***@shop.example.com");
		assertThat(Printable.withoutUserInfo("user:secret@shop.example.com")).isEqualTo("***@shop.example.com");
		assertThat(Printable.withoutUserInfo("secret@https://shop.example.com"))
			.isEqualTo("***@https://shop.example.com");
	}

}
