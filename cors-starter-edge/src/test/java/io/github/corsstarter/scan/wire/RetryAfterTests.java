package io.github.corsstarter.scan.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			429 | 0                             | PT0S
			429 | 7                             | PT7S
			503 | 120                           | PT2M
			429 | Sat, 21 Nov 2026 12:00:30 GMT | PT30S
			429 | Sat, 21 Nov 2026 11:00:00 GMT | PT0S
			429 | 121                           |
			429 | 9999999999                    |
			429 | -1                            |
			429 | soon                          |
			429 | ''                            |
			200 | 7                             |
			500 | 7                             |
			""")
	void ofShouldReadBoundedTime(int status, String value, @Nullable Duration expected) {
		Answer answer = new Answer(status, Map.of("Retry-After", List.of(value)));
		assertThat(RetryAfter.of(answer, NOW)).isEqualTo(expected);
	}

	@Test
	void ofWhenNothingIsAskedForShouldBeNull() {
		assertThat(RetryAfter.of(new Answer(429, Map.of()), NOW)).isNull();
	}

}
