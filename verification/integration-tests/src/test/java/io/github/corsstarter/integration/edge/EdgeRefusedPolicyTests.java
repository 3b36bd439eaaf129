package io.github.corsstarter.integration.edge;

import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The paths of a policy that grants nothing at an edge: a wider policy, which is open to
 * all, does not take them over.
 */
class EdgeRefusedPolicyTests {

	private static final String SHOP = "https://shop.example.com";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Server.class)
	void pathWhenItsPolicyIsRefusedShouldNotFallToAWiderOne(Server server) {
		server.require();
		EdgeOutput output = EdgeConfiguration.of(policies(server.target()), EdgeOptions.DEFAULTS.withFindings())
			.to(server.target());
		assertThat(output.findings()).hasSize((server == Server.NGINX) ? 1 : 0);
		try (Upstream upstream = Upstream.start((head) -> Upstream.Answer.OK);
				Edge edge = Edge.start(server, this.directory, output.files(), upstream.port(), Place.NONE)) {
			verify((request) -> request.to(edge.port()).send());
		}
	}

	@Test
	void pathWhenItsPolicyIsRefusedByEnvoysRoutesShouldNotFallToAWiderOne() {
		EdgeOutput output = EdgeConfiguration.of(policies(EdgeTarget.ENVOY), EdgeOptions.DEFAULTS).to(EdgeTarget.ENVOY);
		EnvoyModel envoy = new EnvoyModel(output.files().get(0).content());
		verify((request) -> envoy.answer(request, Upstream.Answer.OK));
	}

	/**
	 * Makes a policy that the target cannot say: those that can say everything are told
	 * to deny, which is written the same way.
	 */
	private static CorsPolicySet policies(EdgeTarget target) {
		CorsPolicySpec.Builder refused = CorsPolicySpec.named("refused")
			.paths("/api/orders/**", "/api/{tenant}/orders")
			.allowedOrigins(SHOP)
			.exposedHeaders("X-" + "a".repeat(4090));
		return CorsPolicySet.compile(
				List.of(((target == EdgeTarget.NGINX) ? refused : refused.mode(PolicyMode.DENY)).build(),
						CorsPolicySpec.named("wide").paths("/api/**").allowedOrigins("*").allowedMethods("*").build()),
				CorsSettings.DEFAULTS)
			.orThrow();
	}

	private static void verify(Client client) {
		for (String path : List.of("/api/orders", "/api/orders/1", "/api/a/orders", "/api/orders/")) {
			for (TestRequest request : List.of(TestRequest.get(path, SHOP), TestRequest.preflight(path, SHOP, "GET"))) {
				Http.Response response = client.send(request);
				assertThat(response.status()).as(request.toString()).isEqualTo(403);
				assertThat(response.corsHeaders()).as(request.toString()).isEmpty();
				assertThat(response.all(Upstream.RAN)).as(request.toString()).isEmpty();
			}
		}
		assertThat(client.send(TestRequest.get("/api/other", SHOP)).all("Access-Control-Allow-Origin"))
			.containsExactly("*");
	}

	private interface Client {

		Http.Response send(TestRequest request);

	}

}
