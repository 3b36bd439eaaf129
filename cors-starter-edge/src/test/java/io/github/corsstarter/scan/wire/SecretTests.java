package io.github.corsstarter.scan.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Secret}.
 */
class SecretTests {

	@Test
	void authorizationWhenTokenHasNoSpaceShouldBeBearer() {
		assertThat(Secret.authorization(" s3cret\n").reveal()).isEqualTo("Bearer s3cret");
		assertThat(Secret.authorization("Basic YWRtaW4=").reveal()).isEqualTo("Basic YWRtaW4=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "a\nb", "a\r\nX-Other: b", "a\u0000b", "t\u00f6ken" })
	void authorizationWhenNoHeaderCanHoldItShouldFailWithoutTellingIt(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.authorization(token))
			.withMessage("The token is empty, or holds characters that no header can.");
	}

	@Test
	void toStringShouldNotTellIt() {
		assertThat(Secret.authorization("s3cret")).hasToString("***");
		assertThat(Secret.NONE).hasToString("");
	}

	@Test
	void coverShouldTakeItOutOfTexts() {
		Secret secret = Secret.authorization("s3cret");
		assertThat(secret.cover("got Bearer s3cret and s3cret")).isEqualTo("got *** and ***");
		assertThat(Secret.NONE.cover("nothing")).isEqualTo("nothing");
	}

}
