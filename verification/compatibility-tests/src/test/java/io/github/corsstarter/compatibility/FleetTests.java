package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A configuration server and two instances of an application, set up as docs/fleet.md
 * says.
 */
class FleetTests {

	private static final Path FLEET = Documents.of("docs/fleet.md");

	private static final String REFRESH = "curl -sX POST shop-1:8080";

	// No release of Spring Cloud knows Spring Boot 4.1 yet.
	private static final String UNVERIFIED = "--spring.cloud.compatibility-verifier.enabled=false";

	private static final String SHOP = "https://shop.example.com";

	private static final String PARTNER = "https://partner.example";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource("lines")
	void refreshWhenFileOnServerChangesShouldGovernInstance(String line) throws Exception {
		List<List<String>> blocks = Documents.blocks(FLEET, "yaml");
		List<String> policies = blocks.get(2);
		write("shop.yml", policies);
		try (Consumer server = startServer(line, blocks.get(0));
				Consumer first = startInstance(line, blocks.get(1), server);
				Consumer second = startInstance(line, blocks.get(1), server)) {
			assertThat(allowed(first, second)).containsExactly(SHOP, SHOP);
			write("shop.yml", replace(policies, SHOP, PARTNER));
			assertThat(allowed(first, second)).containsExactly(SHOP, SHOP);
			assertThat(refresh(first)).contains("cors.policies.storefront.allowed-origins[0]");
			assertThat(allowed(first, second)).containsExactly(PARTNER, SHOP);
			refresh(second);
			assertThat(allowed(first, second)).containsExactly(PARTNER, PARTNER);
			assertThat(endpoint(second)).contains("\"outcome\":\"applied\"");
			write("shop.yml", replace(policies, SHOP, SHOP + "/"));
			refresh(first);
			assertThat(allowed(first, second)).containsExactly(PARTNER, PARTNER);
			assertThat(endpoint(first)).containsSubsequence(documentedProblem());
			assertThat(first.output()).contains("cors.policies.storefront.allowed-origins[0]", "[invalid-origin]");
			write("shop.yml", policies);
			refresh(first);
			assertThat(allowed(first, second)).containsExactly(SHOP, PARTNER);
		}
	}

	// Its folder is another one here.
	private static List<String> documentedProblem() throws IOException {
		return Documents.blocks(FLEET, "json")
			.get(0)
			.stream()
			.map((line) -> line.strip().replace("\": ", "\":"))
			.filter((line) -> line.length() > 2 && !line.contains("\"time\"") && !line.contains("\"source\""))
			.toList();
	}

	private Consumer startServer(String line, List<String> settings) throws IOException {
		return Consumer.startTomcat(ConsumerBuild.jar(line, "config-server"), UNVERIFIED,
				"--spring.config.location=" + write("server.yml", settings).toUri(),
				"--spring.cloud.config.server.native.search-locations=" + this.folder.toUri());
	}

	private Consumer startInstance(String line, List<String> settings, Consumer server) throws IOException {
		return Consumer.start(Jdk.CURRENT, ConsumerBuild.jar(line, "shop"), UNVERIFIED,
				"--spring.config.location=" + write("instance.yml", settings).toUri(),
				"--spring.cloud.config.uri=http://127.0.0.1:" + server.port());
	}

	private Path write(String name, List<String> lines) throws IOException {
		return Files.write(this.folder.resolve(name), lines);
	}

	private static List<String> replace(List<String> lines, String old, String replacement) {
		return lines.stream().map((line) -> line.replace(old, replacement)).toList();
	}

	// The one origin that each instance grants.
	private static List<String> allowed(Consumer... instances) throws IOException, InterruptedException {
		List<String> allowed = new ArrayList<>();
		for (Consumer instance : instances) {
			for (String origin : List.of(SHOP, PARTNER)) {
				HttpResponse<String> response = instance.send("GET", "/api/orders", "Origin", origin);
				allowed.addAll(response.headers().allValues("Access-Control-Allow-Origin"));
			}
		}
		return allowed;
	}

	private static String refresh(Consumer instance) throws IOException, InterruptedException {
		String command = Documents.blocks(FLEET, "sh").get(0).get(0);
		assertThat(command).startsWith(REFRESH);
		HttpResponse<String> response = instance.manage("POST", command.substring(REFRESH.length()));
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	private static String endpoint(Consumer instance) throws IOException, InterruptedException {
		return instance.manage("GET", "/actuator/cors").body();
	}

	static Stream<String> lines() {
		return Stream.of(System.getProperty("lines").split(", ", -1));
	}

}
