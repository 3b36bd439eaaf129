package io.github.corsstarter.autoconfigure.protocol;

import java.io.IOException;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the protocol over real sockets: the same on every stack.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtocolConformanceTests {

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	ProtocolConformanceTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.context = ConformanceApplication.start(this.type, ConformanceVector.properties(ConformanceVector.all()));
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	static List<ConformanceVector> vectors() {
		return ConformanceVector.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("vectors")
	void respondWhenRequestIsThatOfVectorShouldMatchExpectation(ConformanceVector vector) throws IOException {
		RawHttp.Response response;
		try {
			response = RawHttp.exchange(ConformanceApplication.port(this.context), vector.method(), vector.path(),
					vector.requestHeaders());
		}
		catch (SocketException ex) {
			// Netty closes the connection on a head over its limit before it has read all
			// of it.
			assertThat(vector.containerDependent()).as("connection closed by the server").isTrue();
			return;
		}
		boolean handlerRan = !response.all(ConformanceApplication.HANDLER_RAN).isEmpty();
		if (vector.containerDependent() && !handlerRan && response.status() / 100 == 4) {
			return;
		}
		JsonNode expect = vector.expect();
		assertThat(handlerRan).as("handler ran").isEqualTo(expect.get("handler").asBoolean());
		assertStatus(vector, response.status());
		expect.get("equals")
			.properties()
			.forEach((entry) -> assertThat(response.all(entry.getKey())).as(entry.getKey())
				.containsExactly(entry.getValue().asString()));
		expect.get("contains")
			.properties()
			.forEach((entry) -> assertThat(tokens(response.all(entry.getKey()))).as(entry.getKey())
				.containsAll(tokens(strings(entry.getValue()))));
		strings(expect.get("absent")).forEach((name) -> assertThat(response.all(name)).as(name).isEmpty());
		strings(expect.get("once")).forEach((name) -> assertThat(response.all(name)).as(name).hasSizeLessThan(2));
	}

	private static void assertStatus(ConformanceVector vector, int status) {
		JsonNode expected = vector.expect().get("status");
		switch (expected.asString()) {
			case "handler" -> assertThat(status).isEqualTo(vector.handlerStatus());
			case "2xx" -> assertThat(status).isBetween(200, 299);
			default -> assertThat(status).isEqualTo(expected.asInt());
		}
	}

	private static List<String> strings(JsonNode node) {
		return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
	}

	private static Set<String> tokens(List<String> values) {
		return values.stream()
			.flatMap((value) -> Arrays.stream(value.split(",", -1)))
			.map((token) -> token.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

}
