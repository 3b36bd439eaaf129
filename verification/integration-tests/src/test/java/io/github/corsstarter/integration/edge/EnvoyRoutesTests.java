package io.github.corsstarter.integration.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the protocol, and random requests, through Envoy's routes: read by Envoy's
 * own messages, matched by a model, as no package has Envoy itself.
 */
class EnvoyRoutesTests {

	private static final int REQUESTS = Integer.getInteger("edge.requests", 20_000);

	private static final long SEED = Long.getLong("edge.seed", 1);

	/**
	 * What routes cannot say.
	 */
	private static final Map<String, String> MISSED = Map.of("OWN-015",
			"two headers cannot be compared, so that only Sec-Fetch-Site tells the same origin", "OWN-063",
			"the number of requested headers is not bounded", "VRY-007",
			"routes cannot look at the upstream's Vary, so that Origin may stand in it twice");

	@Test
	void routesWhenUpstreamIsQuietShouldAnswerAsStarter() {
		EnvoyModel envoy = new EnvoyModel(routes(EdgeConformanceTests.POLICIES));
		Map<String, String> failures = new LinkedHashMap<>();
		for (Vector vector : Vector.ALL) {
			try {
				vector.verify(envoy.answer(vector.testRequest(),
						new Upstream.Answer(vector.handlerStatus(), vector.written())));
			}
			catch (AssertionError ex) {
				failures.put(vector.id(), ex.getMessage());
			}
		}
		assertThat(failures.keySet()).isEqualTo(MISSED.keySet());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void routesWhenRequestIsRandomShouldDecideAsEngine(boolean caseSensitive) {
		Random random = new Random(SEED);
		CorsPolicySet policies = new GeneratedPolicies(random).make(200, caseSensitive);
		CorsEngine engine = new CorsEngine(policies, CorsObserver.NONE);
		EnvoyModel envoy = new EnvoyModel(routes(policies));
		GeneratedRequests requests = new GeneratedRequests(random, policies.policies());
		List<String> failures = new ArrayList<>();
		for (int i = 0; i < REQUESTS / 2 && failures.size() < 10; i++) {
			TestRequest request = requests.next(true);
			Http.Response response = envoy.answer(request, new Upstream.Answer(200, EdgePropertyTests.WRITTEN));
			String difference = isLost(request) ? "" : EdgePropertyTests.difference(engine, request, response);
			if (!difference.isEmpty()) {
				failures.add(difference);
			}
		}
		assertThat(failures).as("seed " + SEED).isEmpty();
	}

	/**
	 * Whether the file's head says that such a request is told less well: by its own
	 * host, or by a length.
	 */
	private static boolean isLost(TestRequest request) {
		String origin = String.join(",", request.values("Origin"));
		return (origin.contains(TestRequest.HOST) && request.values("Sec-Fetch-Site").isEmpty())
				|| origin.length() > 300;
	}

	private static String routes(CorsPolicySet policies) {
		return EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(EdgeTarget.ENVOY).files().get(0).content();
	}

}
