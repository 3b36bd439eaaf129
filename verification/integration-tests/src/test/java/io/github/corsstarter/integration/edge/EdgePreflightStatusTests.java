package io.github.corsstarter.integration.edge;

import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings and modes at an edge: the status of granted preflights, and policies that only
 * report.
 */
class EdgePreflightStatusTests {

	private static final String SHOP = "https://shop.example.com";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "NGINX, 200, 200", "NGINX, 299, 299", "HAPROXY, 200, 200", "HAPROXY, 299, 299", "APACHE, 200, 200",
			"APACHE, 208, 208", "APACHE, 226, 226", "APACHE, 299, 204", "CADDY, 200, 200", "CADDY, 299, 299" })
	void preflightWhenStatusIsSetShouldBeAnsweredWithIt(Server server, int status, int expected) {
		server.require();
		CorsPolicySet policies = CorsPolicySet
			.compile(List.of(CorsPolicySpec.named("shop").paths("/**").allowedOrigins(SHOP).build(),
					CorsPolicySpec.named("audit")
						.paths("/audited/**")
						.allowedOrigins("https://audit.example")
						.mode(PolicyMode.REPORT_ONLY)
						.build()),
					new CorsSettings(status, false, true, (domain) -> false))
			.orThrow();
		try (Upstream upstream = Upstream.start((head) -> Upstream.Answer.OK);
				Edge edge = Edge.start(server, this.directory,
						EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(server.target()).files(),
						upstream.port(), Place.NONE)) {
			for (String path : List.of("/x", "/audited/x")) {
				Http.Response granted = TestRequest.preflight(path, SHOP, "GET").to(edge.port()).send();
				assertThat(granted.status()).isEqualTo(expected);
				assertThat(granted.all("Access-Control-Allow-Origin")).containsExactly(SHOP);
				assertThat(granted.all("Access-Control-Allow-Methods")).containsExactly("GET,HEAD,POST");
				assertThat(granted.all(Upstream.RAN)).isEmpty();
			}
			assertThat(TestRequest.preflight("/x", "https://evil.example", "GET").to(edge.port()).send().status())
				.isEqualTo(403);
		}
	}

}
