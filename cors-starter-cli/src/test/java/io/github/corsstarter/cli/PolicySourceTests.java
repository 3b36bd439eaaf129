package io.github.corsstarter.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where policies are read from.
 */
class PolicySourceTests {

	private static final String ANSWER = """
			{ "policies": { "storefront": { "mode": "enforce", "paths": ["/api/**"],
			    "allowedOrigins": ["http://shop.example.com", "https://*.github.io"], "allowedMethods": ["GET", "HEAD"],
			    "allowedHeaders": [], "exposedHeaders": [], "allowCredentials": true, "maxAge": "PT30M",
			    "onRefusal": "block", "allowInsecureOrigins": true, "allowPublicSuffixSubdomains": true,
			    "source": "bean tenants",
			    "properties": { "allowed-methods": { "name": "storefront.allowed-methods", "source": "bean tenants" } } } },
			  "findings": [ { "severity": "warning", "rule": "a-rule-of-tomorrow", "policy": "storefront",
			    "property": "storefront.paths", "value": "", "source": "bean tenants", "message": "is odd",
			    "advice": "Change it." } ],
			  "preflightStatus": 200, "debug": false, "basePath": "/shop", "caseSensitivePaths": false, "more": {} }
			""";

	@TempDir
	private Path folder;

	@Test
	void configWhenThereAreSeveralShouldLetLaterOnesWin() {
		cli().file("a.yaml", Configurations.SHOP)
			.file("b.properties", "cors.policies.storefront.allowed-methods=GET,PATCH")
			.run("explain", "--config", "a.yaml", "--config", "b.properties", "--path", "/api/x", "--origin",
					"https://shop.example.com", "--method", "PATCH")
			.hasExitCode(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "C#", "a;b", "a%20b", "a*", "${x}", "a?b", "[x]", "a,b", "optional:x" })
	void configWhenNameIsOddShouldReadIt(String name) {
		cli().file("a b/application.yml", Configurations.WRONG)
			.file(name + "/application.yml", Configurations.SHOP + "spring.config.import: more.yml\n")
			.file(name + "/more.yml", "cors.policies.storefront.max-age: 5m\n")
			.file(name + "/application-live.yml", "cors.policies.storefront.allowed-methods: [DELETE]\n")
			.run("explain", "--config", name + "/application.yml", "--profile", "live", "--path", "/api/x", "--origin",
					"https://shop.example.com", "--method", "DELETE")
			.hasExitCode(0);
	}

	@Test
	void configWhenThereAreProfilesGroupsImportsAndPlaceholdersShouldReadThem() {
		Cli.Result result = cli().file("application.yml", """
				spring:
				  profiles:
				    group:
				      live: [eu]
				  config:
				    import: "classpath:cors.yml"
				""")
			.file("cors.yml", """
					cors:
					  policies:
					    storefront:
					      paths: [/api/**]
					      allowed-origins: ["https://${shop.host}"]
					""")
			.file("application-eu.yml", "cors.policies.storefront.allowed-methods: [DELETE]\n")
			.with("CORS_POLICIES_STOREFRONT_MAXAGE", "5m")
			.run("explain", "--profile", "live", "--set", "shop.host=shop.example.com", "--path", "/api/x", "--origin",
					"https://shop.example.com", "--method", "DELETE", "--format", "json")
			.hasExitCode(0);
		assertThat(result.json().at("/preflight/headers/Access-Control-Max-Age").asString()).isEqualTo("300");
	}

	@Test
	void configWhenImportNeedsAClientShouldNameItAndTheWayOut() {
		for (String location : new String[] { "configserver:", "optional:vault://secret/app" }) {
			Cli.Result result = cli()
				.file("application.yml", "spring.config.import: \"" + location + "\"\n" + Configurations.SHOP)
				.run("check")
				.hasExitCode(2);
			assertThat(result.err()).contains(location).contains("--policies").contains("--skip-import");
			assertThat(result.out()).isEmpty();
		}
		assertThat(cli().run("check", "--skip-import", "vault:").hasExitCode(0).out())
			.contains("vault://secret/app was skipped");
	}

	@Test
	void configWhenItCannotBeReadShouldNameIt() {
		assertThat(cli().run("check").hasExitCode(2).err()).contains("--config FILE").contains("--policies");
		assertThat(cli().run("check", "--config", "gone.yml").hasExitCode(2).err())
			.isEqualTo("--config: there is no file gone.yml.\n");
		assertThat(cli().file("x.json", "{}").run("check", "--config", "x.json").hasExitCode(2).err())
			.contains("x.json is no .yml");
		assertThat(cli().file("broken.yml", "cors: [").run("check", "--config", "broken.yml").hasExitCode(2).err())
			.startsWith("broken.yml cannot be read: ")
			.doesNotContain("\tat ");
	}

	@Test
	void policiesWhenReadFromFileShouldDecideAsTheApplication() {
		Cli cli = cli().file("cors.json", ANSWER);
		assertThat(cli
			.run("explain", "--policies", "cors.json", "--path", "/SHOP/API/x".replace("SHOP", "shop"), "--origin",
					"http://shop.example.com", "--method", "PUT", "--credentials")
			.hasExitCode(1)
			.out()).contains("method-not-allowed").contains("storefront.allowed-methods (bean tenants)");
		assertThat(cli.run("check", "--policies", "cors.json").hasExitCode(0).out()).contains("[a-rule-of-tomorrow]")
			.doesNotContain("Not asked");
	}

	@Test
	void policiesWhenTheyAreNoneShouldSaySo() {
		Cli cli = cli().file("other.json", "{\"status\":\"UP\"}").file("text.json", "no");
		for (String file : new String[] { "other.json", "text.json" }) {
			assertThat(cli.run("check", "--policies", file).hasExitCode(2).err())
				.isEqualTo(file + " is not what /actuator/cors answers: there is no JSON with \"policies\" in it.\n");
		}
		assertThat(cli.run("check", "--policies", "gone.json").hasExitCode(2).err())
			.startsWith("--policies: the file gone.json");
		assertThat(cli.run("check", "--policies", "other.json", "--config", "x.yml").hasExitCode(2).err())
			.contains("--config and --policies");
	}

	@Test
	void policiesWhenEndpointWantsATokenShouldSendIt() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/actuator/cors", (exchange) -> {
			boolean known = "Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
			byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
			if (known) {
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		server.start();
		try {
			String url = "http://localhost:" + server.getAddress().getPort() + "/actuator/cors";
			Cli cli = cli().with("CORS_TOKEN", "s3cret");
			cli.run("check", "--policies", url, "--token-from-env", "CORS_TOKEN").hasExitCode(0);
			assertThat(cli.run("check", "--policies", url).hasExitCode(2).err()).contains(url + " answers 401")
				.contains("--token-from-env");
			assertThat(cli.run("check", "--policies", url, "--token-from-env", "NO_SUCH").hasExitCode(2).err())
				.isEqualTo("--token-from-env: the environment variable NO_SUCH is not set.\n");
		}
		finally {
			server.stop(0);
		}
	}

	private Cli cli() {
		return new Cli(this.folder);
	}

}
