package io.github.corsstarter.edge.envoy;

import io.github.corsstarter.edge.EdgeTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class EnvoyWriterTests {

	@Test
	void writeWhenPathIsLiteralShouldNeedNoExpression() {
		assertThat(text(EdgeTarget.ENVOY, policy("a", "/api/**", "/api/x"))).contains("path: \"/api/x\"\n",
				"path_separated_prefix: \"/api\"\n");
		assertThat(text(EdgeTarget.ENVOY, policy("a", "/**"))).contains("prefix: \"/\"\n");
	}

	@Test
	void writeWhenExpressionIsLargeShouldSayWhatTheRuntimeHasToSet() {
		String setting = "re2.max_program_size.error_level";
		assertThat(text(EdgeTarget.ENVOY, policy("a", "/a").allowedOrigins("moz-extension://*"))).contains(setting);
		assertThat(text(EdgeTarget.ENVOY)).doesNotContain(setting);
	}

	@Test
	void writeWhenHeaderHasPercentSignShouldDoubleIt() {
		assertThat(text(EdgeTarget.ENVOY, policy("a", "/a").exposedHeaders("X-%REQ"))).contains("\"X-%%REQ\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			abc       | 3
			[a-z]     | 3
			[a-z]{3}  | 9
			a{2,5}    | 5
			a{2,}     | 3
			a{4}      | 4
			\\x25      | 4
			\\x{10ff}  | 4
			""")
	void programSizeWhenExpressionRepeatsShouldCountCopies(String regex, int size) {
		assertThat(ProgramSize.of(regex)).isGreaterThanOrEqualTo(size).isLessThan(size * 3);
	}

}
