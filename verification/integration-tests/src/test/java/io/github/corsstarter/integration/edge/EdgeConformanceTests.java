package io.github.corsstarter.integration.edge;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the protocol through real servers that were told all policies at once.
 */
class EdgeConformanceTests {

	private static final String FIRST_FIELD_ONLY = "before 1.23, nginx shows only the first of several fields of a name";

	/**
	 * What a server's own reading of a request forbids.
	 */
	static final Map<Server, Map<String, String>> MISSED = Map.of(Server.NGINX,
			Map.of("OWN-020", FIRST_FIELD_ONLY, "HDR-017", FIRST_FIELD_ONLY, "HDR-027",
					"nginx answers a thousand fields with 400"),
			Server.HAPROXY, Map.of("HDR-027", "HAProxy reads 101 fields (tune.http.maxhdr)"), Server.APACHE,
			Map.of("HDR-027", "httpd reads 100 fields (LimitRequestFields)"), Server.CADDY, Map.of());

	private static final List<Http.Field> NOISE = List.of(
			new Http.Field("Access-Control-Allow-Origin", "https://upstream.example"),
			new Http.Field("access-control-allow-credentials", "upstream"),
			new Http.Field("Access-Control-Allow-Methods", "UPSTREAM"),
			new Http.Field("Access-Control-Allow-Headers", "X-Upstream"),
			new Http.Field("Access-Control-Expose-Headers", "X-Upstream"),
			new Http.Field("Access-Control-Max-Age", "987"),
			new Http.Field("Access-Control-Allow-Private-Network", "upstream"),
			new Http.Field("vary", "Accept-Encoding, origin"));

	static final CorsPolicySet POLICIES = CorsPolicySet
		.compile(Vector.ALL.stream().flatMap((vector) -> vector.specs().stream()).toList(), CorsSettings.DEFAULTS)
		.orThrow();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Server.class)
	void edgeWhenUpstreamIsQuietShouldAnswerAsStarter(Server server) {
		verify(server, Vector::written, Vector::verify);
	}

	@ParameterizedTest
	@EnumSource(Server.class)
	void edgeWhenUpstreamWritesCorsHeadersShouldAnswerAsStarter(Server server) {
		verify(server, (vector) -> NOISE, (vector, response) -> {
			if (vector.isOwned()) {
				vector.verifyAmongOthers(response);
				assertThat(response.toString()).doesNotContainIgnoringCase("upstream").doesNotContain("987");
			}
			else {
				assertThat(response.status()).isEqualTo(vector.handlerStatus());
				assertThat(response.corsHeaders()).hasSize(NOISE.size() - 1);
				NOISE.subList(0, NOISE.size() - 1)
					.forEach((field) -> assertThat(response.all(field.name())).containsExactly(field.value()));
				assertThat(response.vary()).containsExactly("accept-encoding", "origin");
			}
		});
	}

	private void verify(Server server, Function<Vector, List<Http.Field>> written, Check check) {
		server.require();
		List<EdgeFile> files = EdgeConfiguration.of(POLICIES, EdgeOptions.DEFAULTS).to(server.target()).files();
		Map<String, String> failures = new LinkedHashMap<>();
		try (Upstream upstream = Upstream.start((head) -> {
			Vector vector = Vector.ofPath(head.target());
			return new Upstream.Answer(vector.handlerStatus(), written.apply(vector));
		}); Edge edge = Edge.start(server, this.directory, files, upstream.port(), Place.NONE)) {
			for (Vector vector : Vector.ALL) {
				try {
					check.verify(vector, vector.request(edge.port()).send());
				}
				catch (AssertionError ex) {
					failures.put(vector.id(), ex.getMessage());
				}
			}
		}
		MISSED.get(server).keySet().forEach(failures::remove);
		assertThat(failures).isEmpty();
	}

	private interface Check {

		void verify(Vector vector, Http.Response response);

	}

}
