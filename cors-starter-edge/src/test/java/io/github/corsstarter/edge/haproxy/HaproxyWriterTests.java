package io.github.corsstarter.edge.haproxy;

import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.edge.TestPolicies;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class HaproxyWriterTests {

	/** HAProxy reads no more words of a line. */
	private static final int WORDS = 64;

	@Test
	void writeWhenPoliciesAreGivenShouldMakeOneFile() {
		assertThat(output(EdgeTarget.HAPROXY, policy("a", "/a/**")).files()).extracting(EdgeFile::name)
			.containsExactly("cors-frontend.cfg");
	}

	@Test
	void writeWhenListsAreLongShouldKeepLinesWithinTheWordsThatAreRead() {
		String[] origins = IntStream.range(0, 100).mapToObj((i) -> "https://a" + i + ".example").toArray(String[]::new);
		String text = text(EdgeTarget.HAPROXY, policy("a", "/a/**").allowedOrigins(origins));
		assertThat(text.lines()).allSatisfy((line) -> assertThat(line.split(" ")).hasSizeLessThanOrEqualTo(WORDS));
		assertThat(text).contains("'https://a0.example'", "'https://a99.example'");
	}

	@Test
	void writeWhenListsAreSharedShouldWriteThemOnce() {
		String text = text(EdgeTarget.HAPROXY, policy("a", "/a/**").allowedHeaders("X-A"),
				policy("b", "/b/**").allowedHeaders("X-A"));
		assertThat(text).containsOnlyOnce("'https://shop.example.com'")
			.containsOnlyOnce("(?:GET|HEAD|POST)")
			.contains("{ var(txn.cors_policy) -m str -- 1 2 }");
	}

	@Test
	void writeWhenPolicyDeniesShouldAllowNothing() {
		assertThat(text(EdgeTarget.HAPROXY, policy("a", "/a/**").mode(PolicyMode.DENY)))
			.contains("str(1) if !{ var(txn.cors_policy) -m found }")
			.doesNotContain("_allowed) bool(true)", TestPolicies.SHOP);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			abc       | 'abc'
			it's      | 'it'\\''s'
			a"$#\\ b  | 'a"$#\\ b'
			""")
	void quoteWhenTextIsSpecialShouldLeaveItAsItIs(String text, String quoted) {
		assertThat(HaproxyLines.quote(text)).isEqualTo(quoted);
	}

	@Test
	void quoteValueWhenTextHasPercentSignShouldDoubleIt() {
		assertThat(List.of(HaproxyLines.quoteValue("X-%[src]"))).containsExactly("'X-%%[src]'");
	}

}
