package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.integration.Connection;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies in numbers that no one file of a server is made for.
 */
class EdgeLimitsTests {

	private static final int POLICIES = 500;

	private static final int ORIGINS = 1_000;

	private static final int HEADERS = 120;

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Server.class)
	void edgeWhenPoliciesAreManyAndLargeShouldLoadAndDecide(Server server) throws IOException {
		server.require();
		List<CorsPolicySpec> specs = new ArrayList<>();
		IntStream.range(0, POLICIES).mapToObj(EdgeLimitsTests::small).forEach(specs::add);
		specs.add(large());
		CorsPolicySet policies = CorsPolicySet.compile(specs, CorsSettings.DEFAULTS).orThrow();
		try (Upstream upstream = Upstream.start((head) -> Upstream.Answer.OK);
				Edge edge = Edge.start(server, this.directory,
						EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(server.target()).files(),
						upstream.port(), Place.NONE);
				Connection connection = new Connection(edge.port())) {
			for (int i : new int[] { 0, 1, ORIGINS / 2, ORIGINS - 1 }) {
				verifyLarge(connection.send(largePreflight(origin(i).replace("*", "a")).to(edge.port())), i);
			}
			Http.Response refused = connection.send(largePreflight("https://a.evil.example").to(edge.port()));
			assertThat(refused.status()).isEqualTo(403);
			for (int i : new int[] { 0, POLICIES / 2, POLICIES - 1 }) {
				verifySmall(connection, edge.port(), i);
			}
		}
	}

	private static void verifyLarge(Http.Response response, int origin) {
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin(origin).replace("*", "a"));
		assertThat(response.header("Access-Control-Allow-Headers").split(",")).hasSize(HEADERS);
	}

	private static void verifySmall(Connection connection, int port, int i) throws IOException {
		String own = "https://shop" + i + ".example.com";
		Http.Response granted = connection.send(TestRequest.get("/p" + i + "/x", own).to(port));
		assertThat(granted.header("Access-Control-Allow-Origin")).isEqualTo(own);
		assertThat(granted.header("Access-Control-Expose-Headers")).isEqualTo("X-" + i);
		String other = "https://shop" + (i + 1) + ".example.com";
		assertThat(connection.send(TestRequest.get("/p" + i + "/x", other).to(port)).status()).isEqualTo(403);
	}

	private static CorsPolicySpec small(int i) {
		return CorsPolicySpec.named("p" + i)
			.paths("/p" + i + "/**")
			.allowedOrigins("https://shop" + i + ".example.com")
			.exposedHeaders("X-" + i)
			.build();
	}

	private static CorsPolicySpec large() {
		return CorsPolicySpec.named("large")
			.paths("/large/**")
			.allowedOrigins(IntStream.range(0, ORIGINS).mapToObj(EdgeLimitsTests::origin).toArray(String[]::new))
			.allowedHeaders(headers().toArray(String[]::new))
			.build();
	}

	private static String origin(int i) {
		return "https://" + ((i % 2 == 0) ? "*." : "") + "origin" + i + ".example.com";
	}

	private static List<String> headers() {
		return IntStream.range(0, HEADERS).mapToObj((i) -> "x-header-number-" + i).toList();
	}

	private static TestRequest largePreflight(String origin) {
		return new TestRequest("OPTIONS", "/large/x", Map.of("Origin", List.of(origin), "Access-Control-Request-Method",
				List.of("GET"), "Access-Control-Request-Headers", List.of(String.join(",", headers()))));
	}

}
