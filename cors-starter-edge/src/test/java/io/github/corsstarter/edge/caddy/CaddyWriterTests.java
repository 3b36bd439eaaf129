package io.github.corsstarter.edge.caddy;

import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.edge.TestPolicies;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class CaddyWriterTests {

	@Test
	void writeWhenPoliciesAreGivenShouldMakeOneFile() {
		assertThat(output(EdgeTarget.CADDY, policy("a", "/a/**")).files()).extracting(EdgeFile::name)
			.containsExactly("cors.caddy");
	}

	@Test
	void writeWhenOriginsSayTheSameTwiceShouldWriteItOnce() {
		String text = text(EdgeTarget.CADDY, policy("a", "/a/**").allowedOrigins(TestPolicies.SHOP, TestPolicies.SHOP));
		assertThat(text).containsOnlyOnce("\"https://shop.example.com\" 1");
	}

	@Test
	void writeWhenPolicyDeniesShouldAllowNothing() {
		assertThat(text(EdgeTarget.CADDY, policy("a", "/a/**").mode(PolicyMode.DENY))).contains("` 1\n")
			.doesNotContain("_allowed} {", TestPolicies.SHOP);
	}

	@Test
	void quoteWhenTextIsSpecialShouldEscapeOnlyQuotes() {
		assertThat(CaddyLines.quote("a\"b$#%")).isEqualTo("\"a\\\"b$#%\"");
	}

}
