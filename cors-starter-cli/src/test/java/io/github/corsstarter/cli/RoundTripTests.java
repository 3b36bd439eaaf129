package io.github.corsstarter.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes from configuration to {@code /actuator/cors} and from there to the command
 * line decides as before, and gives the same advice: every case of the protocol is
 * explained by both.
 */
class RoundTripTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@TempDir
	private static Path folder;

	private static JsonNode cases;

	private static ConfigurableApplicationContext application;

	private static Path answer;

	@BeforeAll
	static void start() throws Exception {
		cases = JsonMapper.shared()
			.readTree(Files
				.readString(Path.of("../cors-starter-autoconfigure/src/test/resources/conformance/requests.json")));
		Map<String, Object> properties = new LinkedHashMap<>(Map.of("server.port", "0", "server.address", "127.0.0.1",
				"management.endpoints.web.exposure.include", "cors", "cors.preflight-status", "200"));
		int number = 0;
		for (JsonNode each : cases) {
			for (JsonNode policy : each.get("policies")) {
				String name = "p" + number++;
				policy.properties()
					.forEach((key) -> put("cors.policies." + name + "." + key.getKey(), key.getValue(), properties));
			}
		}
		application = new SpringApplicationBuilder(Application.class).properties(properties)
			.logStartupInfo(false)
			.run();
		answer = Files.writeString(folder.resolve("cors.json"), ask(""));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	private static void put(String name, JsonNode value, Map<String, Object> properties) {
		if (!value.isArray()) {
			properties.put(name, value.asString());
		}
		for (int i = 0; i < value.size(); i++) {
			properties.put(name + "[" + i + "]", value.get(i).asString());
		}
	}

	@Test
	void explanationWhenPoliciesWentRoundShouldBeTheSame() throws Exception {
		int compared = 0;
		for (JsonNode each : cases) {
			List<String> query = new ArrayList<>();
			List<String> arguments = new ArrayList<>(
					List.of("explain", "--policies", answer.toString(), "--format", "json"));
			question(each.get("request")).forEach((name, value) -> {
				query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
				arguments.add("--" + name + "=" + value);
			});
			JsonNode expected = JsonMapper.shared().readTree(ask("?" + String.join("&", query))).get("explanation");
			StringWriter out = new StringWriter();
			StringWriter err = new StringWriter();
			CommandLine commandLine = CorsStarterCli.create().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
			int code = commandLine.execute(arguments.toArray(String[]::new));
			if (expected == null) {
				assertThat(code).as(each.get("id").asString()).isEqualTo(2);
				continue;
			}
			assertThat(JsonMapper.shared().readTree(out.toString())).as(each.get("id").asString() + err)
				.isEqualTo(expected);
			compared++;
		}
		assertThat(compared).isGreaterThan(cases.size() * 3 / 4);
	}

	private static Map<String, String> question(JsonNode request) {
		Map<String, String> question = new LinkedHashMap<>(
				Map.of("path", request.get("path").asString(), "method", request.get("method").asString()));
		for (JsonNode header : request.get("headers")) {
			String value = header.get(1).asString();
			switch (header.get(0).asString()) {
				case "Origin" -> question.put("origin", value);
				case "Access-Control-Request-Method" -> question.put("method", value);
				case "Access-Control-Request-Headers" -> question.put("headers", value);
				default -> {
				}
			}
		}
		return question;
	}

	private static String ask(String query) throws IOException, InterruptedException {
		String port = application.getEnvironment().getProperty("local.server.port");
		return CLIENT
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/cors" + query)).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
