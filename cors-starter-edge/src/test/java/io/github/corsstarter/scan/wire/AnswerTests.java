package io.github.corsstarter.scan.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Answer}.
 */
class AnswerTests {

	@Test
	void valuesShouldKeepFieldsApartAndIgnoreCase() {
		Answer answer = new Answer(200, Map.of("Vary", List.of("Origin", "Accept-Encoding, Cookie")));
		assertThat(answer.values("VARY")).containsExactly("Origin", "Accept-Encoding, Cookie");
		assertThat(answer.joined("vary")).isEqualTo("Origin, Accept-Encoding, Cookie");
		assertThat(answer.elements("Vary")).containsExactly("Origin", "Accept-Encoding", "Cookie");
		assertThat(answer.joined("Age")).isNull();
	}

	@Test
	void variesShouldHoldForNamesInAnyCaseAndForAnything() {
		assertThat(new Answer(200, Map.of("vary", List.of("Accept-Encoding,origin"))).varies("Origin")).isTrue();
		assertThat(new Answer(200, Map.of("Vary", List.of("*"))).varies("Origin")).isTrue();
		assertThat(new Answer(200, Map.of("Vary", List.of("X-Origin"))).varies("Origin")).isFalse();
		assertThat(new Answer(200, Map.of()).varies("Origin")).isFalse();
	}

	@Test
	void answerWhenHeadersHaveNoEndShouldKeepAFewShortOnes() {
		List<String> many = IntStream.range(0, 1000).mapToObj((i) -> "x".repeat(100_000)).toList();
		Answer answer = new Answer(200, Map.of("Access-Control-Allow-Methods", many));
		assertThat(answer.values("Access-Control-Allow-Methods")).hasSize(32)
			.allMatch((value) -> value.length() == Answer.MAX_VALUE_LENGTH);
	}

	@Test
	void hasCorsHeadersShouldLookAtNames() {
		assertThat(new Answer(200, Map.of("access-control-max-age", List.of("5"))).hasCorsHeaders()).isTrue();
		assertThat(new Answer(200, Map.of("Vary", List.of("Origin"))).hasCorsHeaders()).isFalse();
	}

}
