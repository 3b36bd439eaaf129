package io.github.corsstarter.edge.apache;

import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.edge.TestPolicies;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.set;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class ApacheWriterTests {

	@Test
	void writeWhenPoliciesAreGivenShouldMakeOneFile() {
		assertThat(output(EdgeTarget.APACHE, policy("a", "/a/**")).files()).extracting(EdgeFile::name)
			.containsExactly("cors.conf");
	}

	@ParameterizedTest
	@CsvSource({ "204, 204", "200, 200", "208, 208", "226, 226", "209, 204", "225, 204", "299, 204" })
	void writeWhenPreflightStatusIsSetShouldAnswerWithItIfHttpdKnowsIt(int status, int answered) {
		CorsSettings settings = new CorsSettings(status, false, true, (domain) -> false);
		EdgeOutput output = EdgeConfiguration.of(set(settings, policy("a", "/a")), EdgeOptions.DEFAULTS)
			.to(EdgeTarget.APACHE);
		String text = output.files().get(0).content();
		assertThat(text).contains("[R=" + answered + ",END]");
		assertThat(text.contains("answered with 204 and not " + status)).isEqualTo(status != answered);
	}

	@Test
	void writeWhenPolicyDeniesShouldAllowNothing() {
		assertThat(text(EdgeTarget.APACHE, policy("a", "/a/**").mode(PolicyMode.DENY))).contains("E=CORS_POLICY:1")
			.doesNotContain("_ALLOWED:1", TestPolicies.SHOP);
	}

	@Test
	void writeWhenHeaderHasPercentSignShouldDoubleIt() {
		assertThat(text(EdgeTarget.APACHE, policy("a", "/a").exposedHeaders("X-%e"))).contains("\"X-%%e\"");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a\\z    | "a\\z"
			a"b     | "a\\"b"
			a\\     | "a\\\\"
			a\\"    | "a\\\\\\""
			a$#' b  | "a$#' b"
			""")
	void quoteWhenTextIsSpecialShouldEscapeOnlyWhatHttpdReadsAsEscape(String text, String quoted) {
		assertThat(ApacheRules.quote(text)).isEqualTo(quoted);
	}

}
