package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an edge does by itself: it asks for passwords, answers for an upstream that is
 * dead, and reads what is long.
 */
@ParameterizedClass
@EnumSource(Server.class)
class EdgeTrapTests {

	private static final String SHOP = "https://shop.example.com";

	private static final CorsPolicySet POLICIES = CorsPolicySet.compile(
			List.of(CorsPolicySpec.named("shop")
				.paths("/**")
				.allowedOrigins(SHOP, "https://*.partner.example")
				.allowedMethods("GET", "PUT")
				.allowedHeaders("X-A", "X-B")
				.allowCredentials(true)
				.exposedHeaders("X-Total")
				.build(), CorsPolicySpec.named("any").paths("/any/**").allowedOrigins("*").allowedHeaders("*").build()),
			CorsSettings.DEFAULTS)
		.orThrow();

	/** How often a request is sent whose time is taken: the least of many is steady. */
	private static final int REPETITIONS = 20;

	@TempDir
	private static Path directory;

	private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

	private static Upstream upstream;

	private static Edge edge;

	private final Server server;

	EdgeTrapTests(Server server) {
		this.server = server;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server server) throws IOException {
		server.require();
		upstream = Upstream.start((head) -> {
			ASKED.add(head.method() + " " + head.target());
			int status = head.target().contains("/missing") ? 404 : 200;
			return new Upstream.Answer(status, EdgePropertyTests.WRITTEN);
		});
		Path users = Files.writeString(directory.resolve("users"), "a:{PLAIN}b\n");
		users.toFile().setReadable(true, false);
		edge = Edge.start(server, directory,
				EdgeConfiguration.of(POLICIES, EdgeOptions.DEFAULTS).to(server.target()).files(), upstream.port(),
				Place.withTraps(server, users, Edge.freePort()));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		if (edge != null) {
			edge.close();
			upstream.close();
			edge = null;
		}
	}

	@BeforeEach
	void forget() {
		ASKED.clear();
	}

	@Test
	void preflightWhenGrantedOrRefusedShouldNotReachTheUpstream() {
		assertThat(preflight("/orders", SHOP, "PUT").send().status()).isEqualTo(204);
		assertThat(preflight("/orders", "https://evil.example", "PUT").send().status()).isEqualTo(403);
		assertThat(preflight("/orders", SHOP, "DELETE").send().status()).isEqualTo(403);
		assertThat(get("/orders", "https://evil.example").send().status()).isEqualTo(403);
		assertThat(ASKED).isEmpty();
	}

	@Test
	void errorWhenUpstreamHasNoSuchPageShouldCarryThePolicysHeaders() {
		verifyGranted(get("/missing", SHOP).send(), 404);
		assertThat(ASKED).containsExactly("GET /missing");
	}

	@Test
	void errorWhenEdgeAsksForPasswordShouldCarryThePolicysHeaders() {
		verifyGranted(get("/protected/x", SHOP).send(), 401);
		assertThat(get("/protected/x", "https://evil.example").send().status()).isEqualTo(403);
		Http.Response preflight = preflight("/protected/x", SHOP, "PUT").send();
		assertThat(preflight.status()).isEqualTo(204);
		assertThat(preflight.all("Access-Control-Allow-Methods")).containsExactly("GET,HEAD,PUT");
		assertThat(ASKED).isEmpty();
	}

	@Test
	void errorWhenUpstreamIsDeadShouldCarryThePolicysHeaders() {
		Http.Response response = get("/dead/x", SHOP).send();
		verifyGranted(response, response.status());
		assertThat(response.status()).isIn(502, 503);
		Http.Response refused = get("/dead/x", "https://evil.example").send();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.corsHeaders()).isEmpty();
	}

	@Test
	void requestWhenOriginIsVeryLongShouldBeRefusedAsFastAsAShortOne() {
		String inner = "https://" + "a.".repeat(3000) + "partner.example";
		verifyAsFast(get("/orders", "https://a.evil.example"), get("/orders", inner), 403);
		verifyAsFast(get("/orders", "https://a.evil.example"), get("/orders", "https://" + "a".repeat(6000)), 403);
	}

	@Test
	void preflightWhenHeadersAreCommasOnlyShouldBeAnsweredAsFastAsWithFew() {
		String name = "Access-Control-Request-Headers";
		verifyAsFast(preflight("/orders", SHOP, "PUT").header(name, ",,x-a"),
				preflight("/orders", SHOP, "PUT").header(name, ",".repeat(4000) + "x-a"), 204);
		verifyAsFast(preflight("/orders", SHOP, "PUT").header(name, ",,x-c"),
				preflight("/orders", SHOP, "PUT").header(name, ", ".repeat(2000) + "x-c"), 403);
		verifyAsFast(preflight("/any/x", SHOP, "GET").header(name, ",,x-c"),
				preflight("/any/x", SHOP, "GET").header(name, ",".repeat(4000) + "x-c"),
				(this.server == Server.HAPROXY) ? 403 : 204);
	}

	/**
	 * An expression that goes back on its way would take seconds, or be given up.
	 */
	private static void verifyAsFast(Http.Request brief, Http.Request lengthy, int status) {
		long shortest = Long.MAX_VALUE;
		long longest = Long.MAX_VALUE;
		for (int i = 0; i < REPETITIONS; i++) {
			shortest = Math.min(shortest, time(brief));
			longest = Math.min(longest, time(lengthy));
			assertThat(lengthy.send().status()).isEqualTo(status);
		}
		assertThat(longest).isLessThan(10 * shortest + 50_000_000);
	}

	private static long time(Http.Request request) {
		long start = System.nanoTime();
		request.send();
		return System.nanoTime() - start;
	}

	static void verifyGranted(Http.Response response, int status) {
		assertThat(response.status()).isEqualTo(status);
		Map.of("Access-Control-Allow-Origin", SHOP, "Access-Control-Allow-Credentials", "true",
				"Access-Control-Expose-Headers", "X-Total")
			.forEach((name, value) -> assertThat(response.all(name)).as(name).containsExactly(value));
		assertThat(response.corsHeaders()).hasSize(3);
		assertThat(response.vary()).contains("origin").doesNotHaveDuplicates();
	}

	static Http.Request get(String path, String origin) {
		return new Http.Request(edge.port(), "GET", path).origin(origin);
	}

	private static Http.Request preflight(String path, String origin, String method) {
		return new Http.Request(edge.port(), "OPTIONS", path).origin(origin)
			.header("Access-Control-Request-Method", method);
	}

}
