package io.github.corsstarter.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SafelistedHeaders}: the values that the Fetch standard takes.
 */
class SafelistedHeadersTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			accept           | */*                        | true
			accept           | `a\tb`                     | true
			accept           | `a\u0001b`                 | false
			accept           | a:b                        | false
			accept           | `a\u007fb`                 | false
			accept-language  | `de-CH, en;q=0.9, *`       | true
			accept-language  | 09AZaz                     | true
			accept-language  | de/en                      | false
			accept-language  | de:en                      | false
			accept-language  | de@en                      | false
			accept-language  | de[en                      | false
			accept-language  | de{en                      | false
			content-language | de_en                      | false
			content-type     | text/plain                 | true
			content-type     | text/html                  | false
			x-a              | 1                          | false
			""")
	void isSafelistedWhenValueIsKnownShouldGoByTheStandard(String name, String value, boolean safelisted) {
		assertThat(SafelistedHeaders.isSafelisted(new RequestHeader(name, value))).isEqualTo(safelisted);
	}

}
