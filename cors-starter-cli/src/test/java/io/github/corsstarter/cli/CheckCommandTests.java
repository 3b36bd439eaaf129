package io.github.corsstarter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CheckCommand}.
 */
class CheckCommandTests {

	@TempDir
	private Path folder;

	@Test
	void checkWhenPoliciesAreFineShouldSayWhatWasAskedAndWhatNot() {
		Cli.Result result = cli().file("application.yml", Configurations.SHOP).run("check").hasExitCode(0);
		assertThat(result.out()).contains("application.yml: 1 valid policy, 0 errors, 0 warnings")
			.contains("Not asked, as only the running application knows: unsupported-path-matching, "
					+ "ungoverned-route, narrows-configured-path, covers-actuator, method-override-filter, path-rewriting-filter, "
					+ "cross-origin-annotation-overridden, other-cors-configuration");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void checkWhenPolicyIsWrongShouldSayWhatTheStartSays() {
		Cli.Result result = cli().file("src/main/resources/application.yml", Configurations.WRONG)
			.run("check")
			.hasExitCode(1);
		assertThat(result.out()).contains("""
				error: cors.policies.storefront.allowed-origins[0]: "https://shop.example.com/"
				    at file [src/main/resources/application.yml] - 6:11
				    ends with a slash; browsers send origins without one, so it would never match [invalid-origin]
				    > Write "https://shop.example.com".
				    %s
				""".formatted(Rule.INVALID_ORIGIN.address()))
			.contains("warning: cors.policies.storefront.allowed-headers[0]")
			.contains("1 error, 1 warning");
	}

	@Test
	void checkWhenWarningsAreFatalShouldFail() {
		Cli cli = cli().file("application.yml", Configurations.WARNED);
		cli.run("check").hasExitCode(0);
		cli.run("check", "--fail-on", "warning").hasExitCode(1);
		cli.file("application.yml", Configurations.WARNED + "  fail-on: warning\n").run("check").hasExitCode(1);
		cli.run("check", "--fail-on", "error").hasExitCode(0);
	}

	@Test
	void checkWhenWarningIsAcceptedShouldNotCountIt() {
		Cli cli = cli().file("application.yml", Configurations.WARNED + "      accept: [any-header]\n");
		assertThat(cli.run("check", "--fail-on", "warning").hasExitCode(0).out()).contains("accepted warning: ")
			.contains("1 warning (1 accepted)");
		assertThat(cli.run("check", "--format", "json").json().at("/findings/0/accepted").asBoolean()).isTrue();
		assertThat(cli.run("check", "--format", "sarif").json().at("/runs/0/results/0/suppressions/0/kind").asString())
			.isEqualTo("inSource");
	}

	@Test
	void checkWhenJsonIsAskedForShouldPrintTheFindingsOfTheEndpoint() {
		Cli.Result result = cli().file("a.yml", Configurations.WRONG)
			.run("check", "--config", "a.yml", "--format", "json")
			.hasExitCode(1);
		JsonNode finding = result.json().get("findings").get(0);
		assertThat(finding.propertyNames()).containsExactly("severity", "rule", "policy", "property", "value", "source",
				"message", "advice");
		assertThat(finding.get("rule").asString()).isEqualTo("invalid-origin");
		assertThat(result.json().get("notAsked").get(0).asString()).isEqualTo("unsupported-path-matching");
	}

	@Test
	void checkWhenSarifIsAskedForShouldPointAtTheLine() throws IOException {
		Cli.Result result = cli().file("config/application.yml", Configurations.WRONG)
			.run("check", "--config", "config/application.yml", "--format", "sarif")
			.hasExitCode(1);
		JsonNode run = result.json().get("runs").get(0);
		JsonNode place = run.at("/results/0/locations/0/physicalLocation");
		assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("config/application.yml");
		assertThat(place.at("/region/startLine").asInt()).isEqualTo(6);
		assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("invalid-origin");
		assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
		assertThat(run.at("/tool/driver/rules").values())
			.anyMatch((rule) -> rule.get("helpUri").asString().equals(Rule.INVALID_ORIGIN.address()));
		try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
				.getSchema(schema)
				.validate(result.out(), InputFormat.JSON)).isEmpty();
		}
	}

	@Test
	void checkWhenNoFilterActsShouldSaySo() {
		assertThat(cli().file("application.yml", "cors:\n  enabled: false\n").run("check").hasExitCode(0).out())
			.contains("cors.enabled is false");
	}

	private Cli cli() {
		return new Cli(this.folder);
	}

}
