package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.integration.Connection;
import io.github.corsstarter.integration.Http;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random requests under random policies through real servers, with the engine as the
 * oracle.
 */
class EdgePropertyTests {

	private static final int REQUESTS = Integer.getInteger("edge.requests", 20_000);

	private static final long SEED = Long.getLong("edge.seed", 1);

	/**
	 * Paths for which an edge may refuse what the starter, which works out every reading,
	 * does not.
	 */
	private static final Pattern ODD = Pattern.compile("[;\\\\]|//|%2[fF]|%5[cC]|%00|/(\\.|%2[eE]){1,2}(/|$)");

	private static final Pattern OPEN_END = Pattern.compile("/(\\*\\*|\\{\\*[^}]*})$");

	static final List<Http.Field> WRITTEN = List.of(
			new Http.Field("Access-Control-Allow-Origin", "https://upstream.example"),
			new Http.Field("Access-Control-Allow-Credentials", "true"),
			new Http.Field("access-control-expose-headers", "X-Upstream"),
			new Http.Field("Access-Control-Max-Age", "1"), new Http.Field("Vary", "Accept-Encoding"));

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(Server.class)
	void edgeWhenRequestIsRandomShouldDecideAsEngine(Server server) throws IOException {
		verify(server, true);
	}

	@ParameterizedTest
	@EnumSource(Server.class)
	void edgeWhenCaseOfPathsDoesNotMatterShouldDecideAsEngine(Server server) throws IOException {
		verify(server, false);
	}

	private void verify(Server server, boolean caseSensitive) throws IOException {
		server.require();
		Random random = new Random(SEED);
		CorsPolicySet policies = new GeneratedPolicies(random).make(200, caseSensitive);
		CorsEngine engine = new CorsEngine(policies, CorsObserver.NONE);
		GeneratedRequests requests = new GeneratedRequests(random, policies.policies());
		List<EdgeFile> files = EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(server.target()).files();
		List<String> failures = new ArrayList<>();
		try (Upstream upstream = Upstream.start((head) -> new Upstream.Answer(200, WRITTEN));
				Edge edge = Edge.start(server, this.directory, files, upstream.port(), Place.NONE);
				Connection connection = new Connection(edge.port())) {
			for (int i = 0; i < REQUESTS / 2 && failures.size() < 10; i++) {
				TestRequest request = requests.next(server.seesEveryField());
				String difference = difference(engine, request, connection.send(request.to(edge.port())));
				if (!difference.isEmpty()) {
					failures.add(difference);
				}
			}
		}
		assertThat(failures).as("seed " + SEED).isEmpty();
	}

	/**
	 * Returns what differs from what the engine decides, or the empty text.
	 */
	static String difference(CorsEngine engine, TestRequest request, Http.Response response) {
		CorsDecision decision = engine.decide(request, TestRequest.READER);
		Expectation actual = Expectation.met(response);
		Expectation expected = Expectation.of(decision, request, WRITTEN);
		// What a server cannot read at all, it refuses by itself.
		boolean unread = (response.status() == 400 || response.status() == 404) && !actual.ran();
		boolean odd = (ODD.matcher(request.path()).find() || isUnclearForItsSlash(engine, request.path()))
				&& actual.equals(Expectation.ofAmbiguous(request, WRITTEN));
		return (actual.equals(expected) || unread || odd) ? "" : request + " " + decision.outcome() + " "
				+ decision.reason() + ": expected " + expected + " but was " + actual;
	}

	/**
	 * Whether a path ends in a slash, with which or without which a pattern governs it
	 * that has wildcards: then an edge may take all that the pattern matches for
	 * ambiguous, where the starter looks at the path.
	 */
	private static boolean isUnclearForItsSlash(CorsEngine engine, String path) {
		return path.endsWith("/") && Stream.of(path, path.substring(0, path.length() - 1))
			.map((reading) -> engine.registry().governing(reading, 0))
			.filter(Objects::nonNull)
			.map((governing) -> OPEN_END.matcher(governing.pattern()).replaceFirst(""))
			.anyMatch((pattern) -> pattern.matches(".*[*?{].*"));
	}

}
