package io.github.corsstarter.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyName}.
 */
class PolicyNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "z", "A", "Z", "0", "9", "-", "_", ".", "Web-shop_2.eu" })
	void isValidWhenCharactersAreAllowedShouldAccept(String name) {
		assertThat(PolicyName.isValid(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "[", "`", "{", "/", ":", " ", "a b", "a\n", "a#2", "caf\u00e9", "\uff21" })
	void isValidWhenOneIsNotShouldReject(String name) {
		assertThat(PolicyName.isValid(name)).isFalse();
	}

	@Test
	void isValidWhenLongShouldAcceptUpToTheBound() {
		assertThat(PolicyName.isValid("a".repeat(PolicyName.MAX_LENGTH))).isTrue();
		assertThat(PolicyName.isValid("a".repeat(PolicyName.MAX_LENGTH + 1))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "acme, -2, acme-2", "'', '', unnamed", "'', -2, unnamed-2", "'a b\n', '', a-b-" })
	void standInWhenNameIsNoneShouldKeepWhatIsAllowed(String name, String suffix, String standIn) {
		assertThat(PolicyName.standIn(name, suffix)).isEqualTo(standIn);
	}

	@Test
	void standInWhenNameIsLongShouldStayWithinTheBound() {
		assertThat(PolicyName.standIn("a".repeat(5000), "-12")).isEqualTo("a".repeat(97) + "-12");
	}

	@Test
	void invalidWhenNameIsAPathShouldSaySo() {
		assertThat(PolicyName.invalid("shop", "/api/**").message()).startsWith("looks like a path");
		assertThat(PolicyName.invalid("shop", "/api/**").advice()).contains("\"paths\" below it");
	}

}
