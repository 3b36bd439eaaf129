package io.github.corsstarter.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for input that is broken, or made to break something: every one ends with a
 * sentence that names it.
 */
class HostileInputTests {

	private static final String POLICY = """
			{ "policies": { "a": { "mode": "enforce", "paths": ["/a"], "allowedOrigins": ["https://a.example.com"],
			    "allowedMethods": ["GET"], "allowedHeaders": [], "exposedHeaders": [], "allowCredentials": false,
			    "maxAge": "PT30M", "onRefusal": "block" } } }
			""";

	@TempDir
	private Path folder;

	@Test
	void configWhenAliasesStandForTooMuchShouldRefuse() {
		StringBuilder yaml = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
		for (char c = 'b'; c < 'j'; c++) {
			String alias = "*" + (char) (c - 1);
			yaml.append("%s: &%s [%s]%n".formatted(c, c, String.join(", ", Collections.nCopies(10, alias))));
		}
		Cli cli = cli().file("bomb.yml", yaml + Configurations.SHOP);
		assertThat(cli.run("check", "--config", "bomb.yml").hasExitCode(2).err())
			.isEqualTo("bomb.yml cannot be read: its aliases stand for more than 1000000 values.\n");
		cli.file("importing.yml", "spring.config.import: bomb.yml\n" + Configurations.SHOP);
		assertThat(cli.run("check", "--config", "importing.yml").hasExitCode(2).err()).startsWith("bomb.yml cannot");
	}

	@Test
	void configWhenAliasHoldsItselfShouldRefuse() {
		assertThat(
				cli().file("a.yml", "x:\n  y: &y\n    z: *y\n").run("check", "--config", "a.yml").hasExitCode(2).err())
			.isEqualTo("a.yml cannot be read: line 3 has the alias *y within what the anchor &y stands for.\n");
	}

	@Test
	void configWhenAliasesAreFewShouldReadThem() {
		String yaml = """
				hosts: &hosts ["https://shop.example.com"]
				cors:
				  defaults: &defaults
				    allowed-origins: *hosts
				    max-age: &age 5m
				  policies:
				    a:
				      <<: *defaults
				      paths: [/a]
				      max-age: *age
				---
				other: [*]
				""".replace("[*]", "&hosts 1");
		assertThat(cli().file("a.yml", yaml).run("check", "--config", "a.yml").hasExitCode(0).out())
			.contains("1 valid policy, 0 errors");
	}

	@Test
	void configWhenItIsNoTextShouldSaySo() throws IOException {
		Files.write(this.folder.resolve("a.yml"), new byte[] { 'a', ':', ' ', (byte) 0xff, (byte) 0xfe });
		Files.createDirectory(this.folder.resolve("b.yml"));
		assertThat(cli().run("check", "--config", "a.yml").hasExitCode(2).err())
			.isEqualTo("a.yml cannot be read: it is no text in UTF-8.\n");
		assertThat(cli().run("check", "--config", "b.yml").hasExitCode(2).err())
			.isEqualTo("--config: b.yml is no file.\n");
	}

	@Test
	void configWhenItIsWrittenOtherwiseShouldReadIt() {
		assertThat(cli().file("a.yml", "\ufeff" + Configurations.SHOP.replace("\n", "\r\n"))
			.run("check", "--config", "a.yml")
			.hasExitCode(0)
			.out()).contains("a.yml: 1 valid policy");
		assertThat(cli().file("a.yml", Configurations.SHOP.replace("  policies", "\tpolicies"))
			.run("check", "--config", "a.yml")
			.hasExitCode(2)
			.err()).startsWith("a.yml cannot be read: ").contains("line 5").contains("TAB");
		assertThat(cli().file("a.yml", Configurations.SHOP + "      paths: [/b]\n")
			.run("check", "--config", "a.yml")
			.hasExitCode(2)
			.err()).contains("duplicate key paths").contains("line 12");
	}

	@Test
	void memoryWhenItIsFullShouldBeToldWithoutTrace() {
		Cli cli = cli().file("a.yml", "a: " + "x".repeat(30_000_000) + "\n").with("JDK_JAVA_OPTIONS", "-Xmx16m");
		assertThat(cli.run("check", "--config", "a.yml").hasExitCode(2).err()).contains("OutOfMemoryError")
			.contains("--debug")
			.doesNotContain("\tat ");
	}

	@Test
	void setWhenNameIsMissingShouldNameTheOption() {
		assertThat(cli().file("application.yml", Configurations.SHOP).run("check", "--set", "=x").hasExitCode(2).err())
			.isEqualTo("--set: =x has no name.\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"enforce"             | "loose\\u001b[2J"    | policy "a" has the mode "loose?[2J"
			"block"               | "drop"                 | policy "a" has the onRefusal "drop"
			["/a"]                | null                   | policy "a" does not tell its paths
			["/a"]                | [null]                 | policy "a" does not tell its paths
			["GET"]               | null                   | policy "a" does not tell its allowedMethods
			false                 | null                   | policy "a" does not tell its allowCredentials
			"PT30M"               | "soon"                 | cannot be parsed to a Duration
			"https://a.example.com" | "*, *"               | cannot be used
			}                     | }, "findings": [null] | one of the findings is not whole
			}                     | }, "findings": [{ "rule": "x" }] | one of the findings is not whole
			""")
	void policiesWhenAValueIsOddShouldNameIt(String value, String odd, String message) {
		int place = POLICY.lastIndexOf(value) - (value.equals("}") ? 2 : 0);
		String json = POLICY.substring(0, place) + odd.replace("\\\\", "\\") + POLICY.substring(place + value.length());
		assertThat(cli().file("a.json", json).run("check", "--policies", "a.json").hasExitCode(2).err())
			.startsWith("The policies of a.json cannot be used: ")
			.contains(message);
	}

	@Test
	void policiesWhenEndpointRedirectsShouldSayWhere() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Location", "https://login.example.com/");
			exchange.sendResponseHeaders(302, -1);
			exchange.close();
		});
		server.start();
		String url = "HTTP://localhost:" + server.getAddress().getPort() + "/actuator/cors";
		try {
			assertThat(cli().run("check", "--policies", url).hasExitCode(2).err())
				.contains(" answers 302. It leads to https://login.example.com/, which is not followed");
		}
		finally {
			server.stop(0);
		}
		assertThat(cli().run("check", "--policies", url).hasExitCode(2).err()).contains("nothing answers there");
	}

	@Test
	void tokenWhenNoHeaderCarriesItShouldNotBePrinted() {
		assertThat(cli().with("CORS_TOKEN", "s3cret\nx")
			.run("check", "--policies", "http://localhost:1/", "--token-from-env", "CORS_TOKEN")
			.hasExitCode(2)
			.err()).contains("CORS_TOKEN").doesNotContain("s3cret");
	}

	private Cli cli() {
		return new Cli(this.folder);
	}

}
