package io.github.corsstarter.autoconfigure.protocol;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that mean harm, over real sockets: each is answered with a refusal or passed
 * on, never with a 5xx, and nothing of ours is thrown.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class HostileRequestTests {

	private static final int NO_ANSWER = 0;

	private static final Map.Entry<String, String> ORIGIN = Map.entry("Origin", "https://example.com");

	private static final Map.Entry<String, String> PREFLIGHT = Map.entry("Access-Control-Request-Method", "PUT");

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	HostileRequestTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.context = ConformanceApplication.start(this.type,
				Map.of("cors.policies.api.paths", "/api/**", "cors.policies.api.allowed-origins",
						"https://example.com,https://*.example.com,http://localhost:*",
						"cors.policies.api.allowed-methods", "GET,PUT", "cors.policies.api.allowed-headers", "X-A",
						"cors.policies.open.paths", "/open/**", "cors.policies.open.allowed-origins", "*",
						"cors.policies.open.allowed-methods", "*", "cors.policies.open.allowed-headers", "*",
						"server.max-http-request-header-size", "64KB", "server.tomcat.max-parameter-count", "10000"));
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	static List<Arguments> requests() {
		List<Arguments> requests = new ArrayList<>();
		for (String filler : List.of(".", ",", " ", "a", "-", ":", "/", "%", "*", "[", "a,", "x-a,", " ,", "\t,")) {
			String value = filler.repeat(8192 / filler.length());
			requests.add(Arguments.of("8 KB of origin: " + filler, "GET", "/api/x",
					List.of(Map.entry("Origin", "https://" + value))));
			requests.add(Arguments.of("8 KB of origin, any: " + filler, "GET", "/open/x",
					List.of(Map.entry("Origin", "https://" + value))));
			requests.add(Arguments.of("8 KB of names: " + filler, "OPTIONS", "/api/x",
					List.of(ORIGIN, PREFLIGHT, Map.entry("Access-Control-Request-Headers", value))));
			requests.add(Arguments.of("8 KB of names, any: " + filler, "OPTIONS", "/open/x",
					List.of(ORIGIN, PREFLIGHT, Map.entry("Access-Control-Request-Headers", value))));
			requests.add(Arguments.of("8 KB of method: " + filler, "OPTIONS", "/open/x",
					List.of(ORIGIN, Map.entry("Access-Control-Request-Method", value))));
			requests.add(Arguments.of("1 KB of path: " + filler, "GET",
					"/api/" + filler.repeat(1024 / filler.length()).strip(), List.of(ORIGIN)));
		}
		requests.add(Arguments.of("2,000 fields", "OPTIONS", "/api/x", fields(2000)));
		requests.add(Arguments.of("90 fields", "OPTIONS", "/api/x", fields(90)));
		for (String path : List.of("//api//x", "/api/%2e%2e/open/x", "/api/%2E%2E%2Fopen/x", "/open/..;/api/x",
				"/api/%00", "/api/%c0%af", "/api/%", "/api/%zz", "/api/\\x", "/api;a=b/x", "/API/x", "*",
				"/api/%ff%fe")) {
			requests.add(Arguments.of("path " + path, "GET", path, List.of(ORIGIN)));
			requests.add(Arguments.of("preflight for " + path, "OPTIONS", path, List.of(ORIGIN, PREFLIGHT)));
		}
		for (String value : List.of("", "\u0001", "https://a\u0000.com", "\u00e9", "https://ex\u007fample.com", "\"",
				"<b>", "https://example.com\u000bx")) {
			requests
				.add(Arguments.of("control character in origin", "GET", "/api/x", List.of(Map.entry("Origin", value))));
			requests.add(Arguments.of("control character in names", "OPTIONS", "/open/x",
					List.of(ORIGIN, PREFLIGHT, Map.entry("Access-Control-Request-Headers", value))));
		}
		return requests;
	}

	private static List<Map.Entry<String, String>> fields(int count) {
		List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(ORIGIN, PREFLIGHT));
		for (int i = 0; i < count; i++) {
			fields.add(Map.entry("Access-Control-Request-Headers", "x-" + i));
		}
		return fields;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("requests")
	void respondWhenRequestIsHostileShouldRefuseOrPassOn(String name, String method, String path,
			List<Map.Entry<String, String>> headers, CapturedOutput output) throws IOException {
		int status = status(method, path, headers);
		assertThat(status).as("status").isLessThan(500);
		assertThat(output.getAll()).doesNotContain("io.github.corsstarter.Cors", "StackOverflow", "OutOfMemory");
	}

	private int status(String method, String path, List<Map.Entry<String, String>> headers) throws IOException {
		try {
			return RawHttp.exchange(ConformanceApplication.port(this.context), method, path, headers).status();
		}
		catch (SocketException ex) {
			// The server cut off a head that is over its limits.
			return NO_ANSWER;
		}
	}

}
