package io.github.corsstarter.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiffCommand}.
 */
class DiffCommandTests {

	private static final String WIDER = Configurations.SHOP.replace("[\"https://shop.example.com\"]",
			"[\"https://shop.example.com\", \"https://partner.example.com\"]");

	private static final String SPLIT = """
			cors:
			  defaults:
			    allow-credentials: true
			    allowed-headers: [content-type, authorization]
			    allowed-methods: [PUT, POST, GET]
			    allowed-origins: https://shop.example.com
			  policies:
			    b:
			      paths: "/api/{*rest}"
			      max-age: 1h
			      on-refusal: forward
			""";

	@TempDir
	private Path folder;

	@Test
	void diffWhenOriginIsAddedShouldTellWhomItLetsIn() {
		Cli.Result result = cli().run("diff", "old.yml", "wide.yml").hasExitCode(0);
		assertThat(result.out()).contains("widened (1). Browsers may now, and could not before:", """
				  storefront  /api/**
				    origin https://partner.example.com, with credentials
				        such as GET /api from https://partner.example.com
				        old: file [old.yml] - 8:25
				        new: file [wide.yml] - 8:25
				""", "narrowed: nothing");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void diffWhenPipelineAsksShouldFail() {
		cli().run("diff", "old.yml", "wide.yml", "--fail-on", "widened").hasExitCode(1);
		cli().run("diff", "old.yml", "wide.yml", "--fail-on", "narrowed").hasExitCode(0);
		cli().run("diff", "wide.yml", "old.yml", "--fail-on", "narrowed").hasExitCode(1);
	}

	@Test
	void diffWhenWrittenOtherwiseShouldBeEmpty() {
		Cli.Result result = cli().run("diff", "old.yml", "split.yml").hasExitCode(0);
		assertThat(result.out()).isEqualTo("Browsers may do the same.\n");
		assertThat(result.err()).contains("base path differs");
		JsonNode json = cli().run("diff", "old.yml", "split.yml", "--format", "json").json();
		assertThat(json.get("widened").isEmpty()).isTrue();
		assertThat(json.get("narrowed").isEmpty()).isTrue();
	}

	@Test
	void diffWhenJsonIsAskedForShouldGiveEachDifferenceAnExample() {
		JsonNode narrowed = cli().file("none.yml", "cors.policies: {}\n")
			.run("diff", "old.yml", "none.yml", "--format", "json")
			.json()
			.get("narrowed");
		assertThat(narrowed.size()).isEqualTo(1);
		assertThat(narrowed.get(0).propertyNames()).containsExactly("change", "policy", "pattern", "origin",
				"credentials", "policyLost", "oldSource", "example");
		assertThat(narrowed.get(0).get("policyLost").asBoolean()).isTrue();
		assertThat(narrowed.get(0).at("/example/path").asString()).isEqualTo("/api");
	}

	@Test
	void diffWhenProfileIsGivenShouldHoldForBothSides() {
		Cli.Result result = cli().file("old-live.yml", "cors.policies.storefront.allowed-methods: GET\n")
			.file("wide-live.yml", "cors.policies.storefront.allowed-origins: https://shop.example.com\n")
			.run("diff", "old.yml", "wide.yml", "--profile", "live", "--format", "json")
			.hasExitCode(0);
		assertThat(result.json().at("/widened/0/method").asString()).isEqualTo("POST");
	}

	@Test
	void diffWhenSideCannotBeReadShouldNameIt() {
		assertThat(cli().run("diff", "gone.yml", "old.yml").hasExitCode(2).err())
			.startsWith("OLD: there is no file gone.yml");
		assertThat(cli().run("diff", "old.yml", "gone.json").hasExitCode(2).err())
			.startsWith("NEW: the file gone.json");
		assertThat(cli().run("diff", "old.yml").hasExitCode(2).err()).contains("NEW");
		assertThat(
				cli().file("wrong.yml", Configurations.WRONG).run("diff", "old.yml", "wrong.yml").hasExitCode(2).err())
			.contains("wrong.yml would not start");
	}

	private Cli cli() {
		return new Cli(this.folder).file("old.yml", Configurations.SHOP)
			.file("wide.yml", WIDER)
			.file("split.yml", SPLIT);
	}

}
