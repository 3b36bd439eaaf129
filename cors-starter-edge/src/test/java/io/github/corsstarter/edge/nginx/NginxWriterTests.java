package io.github.corsstarter.edge.nginx;

import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.set;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class NginxWriterTests {

	@Test
	void writeWhenPoliciesAreGivenShouldMakeTwoFiles() {
		assertThat(output(EdgeTarget.NGINX, policy("a", "/a/**")).files()).extracting(EdgeFile::name)
			.containsExactly("cors-http.conf", "cors-location.conf");
	}

	@Test
	void writeWhenListsAreSharedShouldWriteThemOnce() {
		String text = text(EdgeTarget.NGINX, policy("a", "/a/**").allowedHeaders("X-A"),
				policy("b", "/b/**").allowedHeaders("X-A"));
		assertThat(text).containsOnlyOnce("\"~^https://shop[.]example[.]com\\z\" 1;")
			.containsOnlyOnce("(?:GET|HEAD|POST)")
			.containsOnlyOnce("(?i:x-a)")
			.contains("    1 $cors_origin_1;\n    2 $cors_origin_1;\n");
	}

	@Test
	void writeWhenPolicyDeniesShouldAllowNothing() {
		String text = text(EdgeTarget.NGINX, policy("a", "/a/**").mode(PolicyMode.DENY).onRefusal(OnRefusal.FORWARD));
		assertThat(text).contains("\"~^/a(?:/|\\z)\" 1;", "$cors_forward {\n    default 0;\n    1 1;\n}",
				"$cors_origin_allowed {\n    default 0;\n}");
	}

	@Test
	void writeWhenNoPolicyGovernsShouldRefuseNothing() {
		assertThat(text(EdgeTarget.NGINX)).contains("    anywhere \"\";\n");
		assertThat(text(EdgeTarget.NGINX, policy("a", "/a"))).contains("    anywhere 0;\n");
	}

	@Test
	void writeWhenPreflightStatusIsSetShouldReturnIt() {
		EdgeOutput output = EdgeConfiguration
			.of(set(new CorsSettings(200, false, true, (domain) -> false), policy("a", "/a")), EdgeOptions.DEFAULTS)
			.to(EdgeTarget.NGINX);
		assertThat(output.files().get(0).content()).contains("    preflight 200;\n");
		assertThat(output.files().get(1).content()).contains("if ($cors_status = 200) {\n    return 200;\n}");
	}

	@Test
	void writeWhenHeaderHasDollarShouldWriteItAsVariable() {
		String text = text(EdgeTarget.NGINX, policy("a", "/a").exposedHeaders("X-$uri", "X-Y"));
		assertThat(text).contains("geo $cors_dollar {\n    default \"$\";\n}", "1 \"X-${cors_dollar}uri,X-Y\";");
		assertThat(text(EdgeTarget.NGINX, policy("a", "/a"))).doesNotContain("cors_dollar");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			a\\z     | "a\\z"
			a"b      | "a\\"b"
			a\\      | "a\\\\"
			a\\\\z   | "a\\\\\\z"
			a\\"     | "a\\\\\\""
			a\\nb    | "a\\\\nb"
			a;{}#'b  | "a;{}#'b"
			""")
	void quoteWhenTextHasSpecialCharactersShouldEscapeOnlyWhatNginxReadsAsEscape(String text, String quoted) {
		assertThat(NginxMap.quote(text)).isEqualTo(quoted);
	}

}
