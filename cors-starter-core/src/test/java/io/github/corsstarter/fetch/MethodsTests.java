package io.github.corsstarter.fetch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Methods} and {@link Tokens}.
 */
class MethodsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			get,         GET
			Head,        HEAD
			POST,        POST
			pUT,         PUT
			delete,      DELETE
			options,     OPTIONS
			patch,       patch
			Patch,       Patch
			PATCH,       PATCH
			purge,       purge
			po\u017ft,   po\u017ft
			opt\u0131ons, opt\u0131ons
			''            , ''
			""")
	void normalizeWhenMethodIsOneOfSixShouldMakeItUpperCase(String method, String normalized) {
		assertThat(Methods.normalize(method)).isEqualTo(normalized);
	}

	@Test
	void isSafelistedWhenBrowsersAcceptItUnlistedShouldBeTrue() {
		assertThat(new String[] { "GET", "HEAD", "POST" }).allMatch(Methods::isSafelisted);
		assertThat(new String[] { "get", "PUT", "OPTIONS", "" }).noneMatch(Methods::isSafelisted);
	}

	@Test
	void isForbiddenWhenNoPageCanSendItShouldBeTrue() {
		assertThat(new String[] { "CONNECT", "trace", "Track" }).allMatch(Methods::isForbidden);
		assertThat(new String[] { "CONNECTED", "GET", "" }).noneMatch(Methods::isForbidden);
	}

	@Test
	void isMethodWhenLongShouldBeBounded() {
		assertThat(Methods.isMethod("M".repeat(128))).isTrue();
		assertThat(Methods.isMethod("M".repeat(129))).isFalse();
		assertThat(Methods.isMethod("A B")).isFalse();
	}

	@Test
	void isTokenWhenEveryCharacterIsTriedShouldTakeThoseOfRfc9110() {
		String tokens = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
		for (char c = 0; c < 0x300; c++) {
			assertThat(Tokens.isToken("a" + c)).as("character %d", (int) c).isEqualTo(tokens.indexOf(c) >= 0);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a ", " a", "a,b", "a\uff21" })
	void isTokenWhenItIsNoneShouldBeFalse(String text) {
		assertThat(Tokens.isToken(text)).isFalse();
	}

}
