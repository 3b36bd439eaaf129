package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Connection;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies whose paths, methods and headers mean something in the grammar of the servers:
 * each server reads the file, and takes every text for itself.
 */
class EdgeQuotingTests {

	private static final long SEED = Long.getLong("edge.seed", 1);

	private static final int POLICIES = 300;

	private static final String SHOP = "https://shop.example.com";

	/** What is special to one server or another: what no path may have is left out. */
	private static final List<String> HOSTILE = List.of("\"", "'", "`", "\\", "$", "${host}", "$1", "%", "%{ENV:X}e",
			"%[src]", "%REQ(x)%", "#", "\n", "\r", "\t", " ", "{", "}", "{env.HOME}", "(", ")", "[", "]", "|", "^", "~",
			"+", "?", "*", "&", "<", ">", "!", "=", ",", ";", ":", "\u0000", "\u001b", "\u007f", "\u0085", "\u00e9",
			"\u20ac", "\u2028", "\ud83d\ude00", "\ufeff", "\\E", "\\Q", "\\n", "\\x41", "\\\"", "\\\\", "''", "a", "B",
			"-", "_", ".", "END", "if", "{{", "}}", "<%", "$(x)");

	private static final String TOKEN = "!#$%&'*+-.^_`|~0Aa";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Server.class)
	void textWhenItIsSpecialToTheServerShouldStandForItself(Server server) throws IOException {
		server.require();
		CorsPolicySet policies = policies();
		try (Upstream upstream = Upstream.start((head) -> Upstream.Answer.OK);
				Edge edge = Edge.start(server, this.directory,
						EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(server.target()).files(),
						upstream.port(), Place.NONE);
				Connection connection = new Connection(edge.port())) {
			verify(policies, (request) -> connection.send(request.to(edge.port())));
		}
	}

	@Test
	void textWhenItIsSpecialToYamlOrEnvoyShouldStandForItself() throws IOException {
		CorsPolicySet policies = policies();
		EnvoyModel envoy = new EnvoyModel(
				EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(EdgeTarget.ENVOY).files().get(0).content());
		verify(policies, (request) -> envoy.answer(request, Upstream.Answer.OK));
	}

	private static void verify(CorsPolicySet policies, Client client) throws IOException {
		for (var policy : policies.policies()) {
			String path = encode(policy.resolved().paths().get(0));
			List<String> methods = policy.resolved().allowedMethods();
			Http.Response preflight = client.send(TestRequest.preflight(path, SHOP, methods.get(methods.size() - 1)));
			assertThat(preflight.status()).as(path).isEqualTo(204);
			assertThat(preflight.all("Access-Control-Allow-Headers")).as(path)
				.containsExactly(String.join(",", policy.resolved().allowedHeaders()));
			assertThat(preflight.all("Access-Control-Allow-Methods")).as(path)
				.containsExactly(String.join(",", methods));
			Http.Response response = client.send(TestRequest.get(path, SHOP));
			assertThat(response.all("Access-Control-Expose-Headers")).as(path)
				.containsExactly(String.join(",", policy.resolved().exposedHeaders()));
		}
	}

	/**
	 * Makes policies, and leaves out those that no application would start with.
	 */
	private static CorsPolicySet policies() {
		Random random = new Random(SEED);
		Map<String, CorsPolicySpec> specs = new LinkedHashMap<>();
		for (int i = 0; i < 4 * POLICIES; i++) {
			CorsPolicySpec spec = CorsPolicySpec.named("q" + i)
				.paths("/q" + i + "/" + text(random))
				.allowedOrigins(SHOP)
				.allowedMethods("GET", token(random))
				.allowedHeaders(token(random))
				.exposedHeaders(token(random))
				.build();
			specs.put(spec.name(), spec);
		}
		CorsPolicySet all = CorsPolicySet.compile(List.copyOf(specs.values()), CorsSettings.DEFAULTS);
		all.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.forEach((finding) -> specs.remove(finding.policy()));
		List<CorsPolicySpec> valid = new ArrayList<>(specs.values());
		CorsPolicySet policies = CorsPolicySet
			.compile(valid.subList(0, Math.min(POLICIES, valid.size())), CorsSettings.DEFAULTS)
			.orThrow();
		assertThat(policies.policies()).hasSizeGreaterThan(50);
		return policies;
	}

	private static String text(Random random) {
		return IntStream.rangeClosed(0, random.nextInt(4))
			.mapToObj((i) -> HOSTILE.get(random.nextInt(HOSTILE.size())))
			.collect(Collectors.joining());
	}

	private static String token(Random random) {
		return "X" + IntStream.rangeClosed(0, random.nextInt(6))
			.mapToObj((i) -> String.valueOf(TOKEN.charAt(random.nextInt(TOKEN.length()))))
			.collect(Collectors.joining());
	}

	/**
	 * Writes a path as browsers do, and fills what is open.
	 */
	private static String encode(String path) {
		StringBuilder encoded = new StringBuilder();
		for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (octet & 0xff);
			encoded.append((c < 128 && Character.isLetterOrDigit(c)) || "/-._~".indexOf(c) >= 0 ? String.valueOf(c)
					: "?*".indexOf(c) >= 0 ? "x" : "%%%02X".formatted((int) c));
		}
		return encoded.toString();
	}

	private interface Client {

		Http.Response send(TestRequest request) throws IOException;

	}

}
