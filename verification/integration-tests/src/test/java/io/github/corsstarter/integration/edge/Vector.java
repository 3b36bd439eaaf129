package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.integration.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case of the protocol, shared with the tests of both stacks: policies, a request and
 * what is to come back.
 */
record Vector(String id, JsonNode json) {

	static final List<Vector> ALL = read();

	static final Map<String, Vector> BY_PATH = ALL.stream().collect(Collectors.toMap(Vector::key, Function.identity()));

	private static List<Vector> read() {
		try (InputStream in = Vector.class.getResourceAsStream("/conformance/requests.json")) {
			return JsonMapper.shared()
				.readTree(in)
				.valueStream()
				.map((node) -> new Vector(node.get("id").asString(), node))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The case whose policies the path belongs to.
	 */
	static Vector ofPath(String path) {
		int end = path.indexOf('/', 1);
		return BY_PATH.get(path.substring(1, (end < 0) ? path.length() : end));
	}

	private String key() {
		return this.id.toLowerCase(Locale.ROOT);
	}

	List<CorsPolicySpec> specs() {
		List<CorsPolicySpec> specs = new ArrayList<>();
		for (JsonNode policy : this.json.get("policies")) {
			CorsPolicySpec.Builder builder = CorsPolicySpec.named(key() + "-" + specs.size());
			policy.properties().forEach((entry) -> put(builder, entry.getKey(), entry.getValue()));
			specs.add(builder.build());
		}
		return specs;
	}

	private static void put(CorsPolicySpec.Builder builder, String key, JsonNode value) {
		String[] list = value.valueStream().map(JsonNode::asString).toArray(String[]::new);
		switch (key) {
			case "paths" -> builder.paths(list);
			case "allowed-origins" -> builder.allowedOrigins(list);
			case "allowed-methods" -> builder.allowedMethods(list);
			case "allowed-headers" -> builder.allowedHeaders(list);
			case "exposed-headers" -> builder.exposedHeaders(list);
			case "allow-credentials" -> builder.allowCredentials(value.asBoolean());
			case "max-age" -> builder.maxAge(DurationStyle.detectAndParse(value.asString(), ChronoUnit.SECONDS));
			case "on-refusal" -> builder.onRefusal(OnRefusal.valueOf(constant(value)));
			case "mode" -> builder.mode(PolicyMode.valueOf(constant(value)));
			default -> throw new IllegalStateException(key);
		}
	}

	private static String constant(JsonNode value) {
		return value.asString().toUpperCase(Locale.ROOT).replace('-', '_');
	}

	Http.Request request(int port) {
		Http.Request request = new Http.Request(port, this.json.at("/request/method").asString(),
				this.json.at("/request/path").asString());
		fields("/request/headers").forEach((field) -> request.header(field.name(), field.value()));
		return request;
	}

	TestRequest testRequest() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		fields("/request/headers")
			.forEach((field) -> headers.computeIfAbsent(field.name(), (name) -> new ArrayList<>()).add(field.value()));
		return new TestRequest(this.json.at("/request/method").asString(), this.json.at("/request/path").asString(),
				headers);
	}

	/**
	 * What the case has the handler, or a filter around it, write.
	 */
	List<Http.Field> written() {
		List<Http.Field> written = new ArrayList<>(fields("/context/response_before"));
		written.addAll(fields("/context/handler_sets"));
		return written;
	}

	int handlerStatus() {
		return this.json.at("/context/handler_status").asInt(200);
	}

	/**
	 * Whether no other CORS headers leave than the policy's.
	 */
	boolean isOwned() {
		boolean open = this.json.toString().contains("\"allowed-origins\":[\"*\"]");
		return switch (expect("kind").asString()) {
			case "ungoverned" -> false;
			case "non-cors", "no-origin" -> open;
			default -> true;
		};
	}

	/**
	 * Verifies that the response is as it is to be.
	 */
	void verify(Http.Response response) {
		verifyAmongOthers(response);
		strings(expect("absent")).forEach((name) -> assertThat(response.all(name)).as(name).isEmpty());
	}

	/**
	 * Verifies the same where the upstream has a {@code Vary} of its own.
	 */
	void verifyAmongOthers(Http.Response response) {
		assertThat(!response.all(Upstream.RAN).isEmpty()).as("handler ran").isEqualTo(expect("handler").asBoolean());
		verifyStatus(response.status());
		expect("equals").properties()
			.forEach((entry) -> assertThat(response.all(entry.getKey())).as(entry.getKey())
				.containsExactly(entry.getValue().asString()));
		expect("contains").properties()
			.forEach((entry) -> assertThat(tokens(response.all(entry.getKey()))).as(entry.getKey())
				.containsAll(tokens(strings(entry.getValue()))));
		strings(expect("absent")).stream()
			.filter((name) -> !name.equals("Vary"))
			.forEach((name) -> assertThat(response.all(name)).as(name).isEmpty());
		strings(expect("once")).forEach((name) -> assertThat(response.all(name)).as(name).hasSizeLessThan(2));
		assertThat(response.vary()).doesNotHaveDuplicates();
	}

	private void verifyStatus(int status) {
		JsonNode expected = expect("status");
		switch (expected.asString()) {
			case "handler" -> assertThat(status).isEqualTo(handlerStatus());
			case "2xx" -> assertThat(status).isBetween(200, 299);
			default -> assertThat(status).isEqualTo(expected.asInt());
		}
	}

	private JsonNode expect(String key) {
		return this.json.get("expect").get(key);
	}

	private static List<String> strings(JsonNode node) {
		return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
	}

	private static Set<String> tokens(List<String> values) {
		return values.stream()
			.flatMap((value) -> Stream.of(value.split(",", -1)))
			.map((token) -> token.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	private List<Http.Field> fields(String pointer) {
		return this.json.at(pointer)
			.valueStream()
			.map((pair) -> new Http.Field(pair.get(0).asString(), pair.get(1).asString()))
			.toList();
	}

	@Override
	public String toString() {
		return this.id;
	}

}
