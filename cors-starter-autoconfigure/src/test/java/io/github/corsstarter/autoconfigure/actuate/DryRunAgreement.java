package io.github.corsstarter.autoconfigure.actuate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.autoconfigure.protocol.RawHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends generated requests through the filter of a running server and holds what comes
 * back against what the endpoint says about them.
 */
final class DryRunAgreement {

	private static final List<String> PATHS = List.of("/api/orders", "/api/orders/7", "/public/x", "/partner/x",
			"/closed/x", "/trial/x", "/elsewhere", "/public/../api/orders", "/api/%2e%2e/closed/x", "//api/orders");

	private static final List<String> ORIGINS = List.of("https://shop.example.com", "https://eu.shop.example.com",
			"https://partner.example.com", "http://shop.example.com", "https://shop.example.com:8443", "null",
			"https://evil.example", "nonsense", "https://shop.example.com/", "https://SHOP.example.com");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "patch",
			"PURGE");

	/** What the endpoint is asked about, and the name that a browser asks for then. */
	private static final List<String[]> HEADERS = List.of(new String[] { "Authorization", "authorization" },
			new String[] { "X-Trace", "x-trace" }, new String[] { "content-type:application/json", "content-type" },
			new String[] { "accept:text/html", "" });

	private final EndpointApplication application;

	private final DecisionRecorder decisions;

	private final Random random;

	private final TreeMap<String, Integer> seen = new TreeMap<>();

	DryRunAgreement(EndpointApplication application, long seed) {
		this.application = application;
		this.decisions = application.context().getBean(DecisionRecorder.class);
		this.random = new Random(seed);
	}

	/**
	 * Compares as many requests.
	 * @return outcomes and reasons that were met
	 */
	Set<String> check(int requests) {
		for (int i = 0; i < requests; i++) {
			List<String[]> headers = HEADERS.stream().filter((header) -> this.random.nextInt(4) == 0).toList();
			String ownOrigin = this.application.serverUrl();
			String origin = switch (this.random.nextInt(12)) {
				case 0 -> null;
				case 1 -> ownOrigin;
				default -> pick(ORIGINS);
			};
			compare(new Case(pick(PATHS), origin, pick(METHODS), headers));
		}
		return this.seen.keySet();
	}

	private void compare(Case request) {
		JsonNode explanation = explain(request);
		String outcome = explanation.get("outcome").asString();
		String reason = text(explanation, "reason");
		this.seen.merge(outcome + ((reason != null) ? " " + reason : ""), 1, Integer::sum);
		JsonNode preflight = explanation.get("preflight");
		String decided = null;
		if (preflight.has("status")) {
			RawHttp.Response response = send(request.preflight());
			assertThat(response.status()).as("preflight of %s", request).isEqualTo(preflight.get("status").asInt());
			assertHeaders("preflight of " + request, preflight.get("headers"), response);
			CorsDecision decision = this.decisions.take();
			decided = (decision != null && decision.reason() != null && preflight.get("required").asBoolean())
					? describe(decision) : null;
		}
		RawHttp.Response response = send(request.actual());
		CorsDecision decision = this.decisions.take();
		String expected = (reason != null) ? outcome + " " + reason : outcome;
		if (!outcome.equals("no-policy") && !outcome.equals("no-origin")) {
			assertThat((decided != null) ? decided : describe(decision)).as("%s", request).isEqualTo(expected);
		}
		else {
			assertThat(decision).as("%s", request).isNull();
		}
		if (explanation.at("/actual/sent").asBoolean()) {
			assertActual(request, explanation.get("actual"), response);
		}
	}

	private static void assertActual(Case request, JsonNode actual, RawHttp.Response response) {
		boolean handled = !response.body().startsWith("Cross-origin request refused") && response.status() != 403;
		assertThat(handled).as("%s handled", request).isEqualTo(actual.get("handled").asBoolean());
		if (actual.has("status")) {
			assertThat(response.status()).as("%s", request).isEqualTo(actual.get("status").asInt());
		}
		assertHeaders(request.toString(), actual.get("headers"), response);
	}

	private static void assertHeaders(String request, JsonNode expected, RawHttp.Response response) {
		expected.properties().forEach((header) -> {
			List<String> values = response.all(header.getKey());
			if (header.getKey().equals("Vary")) {
				assertThat(tokens(values)).as("Vary of %s", request)
					.containsAll(tokens(List.of(header.getValue().asString())));
			}
			else {
				assertThat(values).as("%s of %s", header.getKey(), request)
					.containsExactly(header.getValue().asString());
			}
		});
		Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		known.addAll(expected.propertyNames());
		assertThat(response.headers().stream().map(Map.Entry::getKey).filter(DryRunAgreement::isOurs)).as(request)
			.allMatch(known::contains);
	}

	private static boolean isOurs(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return lowerCase.startsWith("access-control-") || lowerCase.equals("cors-refusal");
	}

	private static Set<String> tokens(List<String> values) {
		return values.stream()
			.flatMap((value) -> Arrays.stream(value.split(",", -1)))
			.map((token) -> token.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	private JsonNode explain(Case request) {
		List<String> parameters = new ArrayList<>(
				List.of("path", this.application.serverUrl() + request.path, "method", request.method));
		if (request.origin != null) {
			parameters.addAll(List.of("origin", request.origin));
		}
		request.headers.forEach((header) -> parameters.addAll(List.of("headers", header[0])));
		HttpResponse<String> response = this.application.endpoint(parameters.toArray(String[]::new));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return EndpointApplication.json(response).get("explanation");
	}

	private RawHttp.Response send(Sent sent) {
		this.decisions.take();
		URI server = URI.create(this.application.serverUrl());
		List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(Map.entry("Host", server.getAuthority())));
		for (int i = 0; i < sent.headers.size(); i += 2) {
			headers.add(Map.entry(sent.headers.get(i), sent.headers.get(i + 1)));
		}
		try {
			return RawHttp.exchange(server.getPort(), sent.method, sent.path, headers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(sent.toString(), ex);
		}
	}

	private static @Nullable String text(JsonNode node, String name) {
		return node.has(name) ? node.get(name).asString() : null;
	}

	private static @Nullable String describe(@Nullable CorsDecision decision) {
		if (decision == null) {
			return null;
		}
		RefusalReason reason = decision.reason();
		return decision.outcome().code()
				+ ((decision.outcome() == CorsOutcome.REFUSED && reason != null) ? " " + reason.code() : "");
	}

	private String pick(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * A page's request, and the two that a browser may make of it.
	 */
	private record Case(String path, @Nullable String origin, String method, List<String[]> headers) {

		Sent actual() {
			List<String> fields = new ArrayList<>();
			if (this.origin != null) {
				fields.addAll(List.of("Origin", this.origin));
			}
			return new Sent(this.path, this.method, fields);
		}

		Sent preflight() {
			List<String> fields = new ArrayList<>(actual().headers);
			fields.addAll(List.of("Access-Control-Request-Method", this.method));
			String names = this.headers.stream()
				.map((header) -> header[1])
				.filter((name) -> !name.isEmpty())
				.sorted()
				.collect(Collectors.joining(","));
			if (!names.isEmpty()) {
				fields.addAll(List.of("Access-Control-Request-Headers", names));
			}
			return new Sent(this.path, "OPTIONS", fields);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path + " from " + this.origin + " with "
					+ this.headers.stream().map((header) -> header[0]).toList();
		}

	}

	/**
	 * A request on the wire.
	 */
	private record Sent(String path, String method, List<String> headers) {
	}

}
