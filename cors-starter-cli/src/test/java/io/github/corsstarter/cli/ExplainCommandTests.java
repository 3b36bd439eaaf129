package io.github.corsstarter.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExplainCommand}.
 */
class ExplainCommandTests {

	private static final String CHROMIUM = "Access to fetch at 'https://api.example.com/shop/api/orders' from origin"
			+ " 'https://shop.example.com' has been blocked by CORS policy: Request header field x-trace is not allowed by"
			+ " Access-Control-Allow-Headers in preflight response.";

	private static final String CONTENT_SECURITY_POLICY = "Refused to connect to 'https://api.example.com/' because it"
			+ " violates the following Content Security Policy directive: \"connect-src 'self'\".";

	@TempDir
	private Path folder;

	@Test
	void explainWhenGrantedShouldPrintTheExplanationOfTheEndpoint() {
		Cli.Result result = cli()
			.run("explain", "--path", "https://api.example.com/shop/api/orders", "--origin", "https://shop.example.com",
					"--method", "PUT", "--headers", "content-type:application/json,authorization", "--credentials",
					"--format", "json")
			.hasExitCode(0);
		assertThat(result.json().get("outcome").asString()).isEqualTo("granted");
		assertThat(result.json().get("browser").asString()).isEqualTo("accepts");
		assertThat(result.json().at("/preflight/status").asInt()).isEqualTo(204);
		assertThat(result.out()).doesNotContain("null");
	}

	@Test
	void explainWhenRefusedShouldNameTheLine() {
		Cli.Result result = cli()
			.run("explain", "--path", "/api/orders", "--origin", "https://shop.example.com", "--method", "PATCH")
			.hasExitCode(1);
		assertThat(result.out()).startsWith("refused: method-not-allowed (PATCH), by policy storefront for /api/**")
			.contains("cors.policies.storefront.allowed-methods (file [application.yml] - 9:25)")
			.contains("browser    blocks");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void explainWhenConsoleIsPastedShouldReadTheRequestOutOfIt() {
		assertThat(cli().run("explain", "--console", CHROMIUM).hasExitCode(1).out())
			.contains("refused: header-not-allowed (x-trace)")
			.contains("(file [application.yml] - 10:25)");
		assertThat(cli().reading(CHROMIUM)
			.run("explain", "--console", "-", "--format", "json")
			.hasExitCode(1)
			.json()
			.get("detail")
			.asString()).isEqualTo("x-trace");
	}

	@Test
	void explainWhenOptionsAreGivenShouldOverrideTheConsole() {
		assertThat(
				cli().run("explain", "--console", CHROMIUM, "--origin", "https://other.example.com", "--format", "json")
					.hasExitCode(1)
					.json()
					.get("reason")
					.asString())
			.isEqualTo("origin-not-allowed");
	}

	@Test
	void explainWhenConsoleLacksSomethingShouldNameTheOption() {
		Cli.Result result = cli().run("explain", "--console",
				"Request header field x-trace is not allowed by Access-Control-Allow-Headers in preflight response.",
				"--path", "/api/orders")
			.hasExitCode(2);
		assertThat(result.err()).contains("--origin");
	}

	@Test
	void explainWhenItIsNoCorsErrorShouldSayWhatItIs() {
		Cli.Result result = cli().run("explain", "--console", CONTENT_SECURITY_POLICY).hasExitCode(1);
		assertThat(result.out()).contains("Content-Security-Policy, not CORS");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void explainWhenConsoleIsTooLongShouldRefuse() {
		assertThat(cli().reading("x".repeat(100_000)).run("explain", "--console", "-").hasExitCode(2).err())
			.startsWith("--console: ")
			.contains("8192");
	}

	@Test
	void explainWhenNothingIsAskedShouldNameTheOptions() {
		assertThat(cli().run("explain").hasExitCode(2).err())
			.isEqualTo("Say which request: --path PATH, or --console TEXT.\n");
	}

	@Test
	void explainWhenAnOptionIsNoneShouldNameIt() {
		assertThat(cli().run("explain", "--path", "api").hasExitCode(2).err())
			.isEqualTo("The option --path, \"api\", is neither a path that starts with / nor an absolute http or https"
					+ " URL.\n");
		assertThat(cli().run("explain", "--path", "/api/x", "--headers", "x y").hasExitCode(2).err())
			.startsWith("The option --headers holds ");
	}

	@Test
	void explainWhenPoliciesWouldNotStartShouldBeUnusable() {
		Cli.Result result = new Cli(this.folder).file("application.yml", Configurations.WRONG)
			.run("explain", "--path", "/api/x", "--origin", "https://shop.example.com")
			.hasExitCode(2);
		assertThat(result.out()).isEmpty();
		assertThat(result.err()).contains("would not start").contains("[invalid-origin]");
	}

	private Cli cli() {
		return new Cli(this.folder).file("application.yml", Configurations.SHOP);
	}

}
