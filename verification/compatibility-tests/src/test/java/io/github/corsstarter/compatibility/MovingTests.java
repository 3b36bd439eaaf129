package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications move by the three steps of docs/migrating.md: they print their policies,
 * try them beside the old configuration, and switch. Browsers get the same answers.
 */
class MovingTests {

	private static final String CLINIC = "https://clinic.example.com";

	private static final List<String> ORIGINS = List.of(CLINIC, "http://localhost:4200", "https://vets.example.com",
			"https://a.partner.example", "https://else.example.com", "http://clinic.example.com", "null");

	private static final List<String> HEADERS = List.of("", "authorization,content-type", "x-reason");

	private static final Map<String, List<String>> PATHS = Map.of("/api/owners", List.of("GET", "POST"),
			"/api/owners/1", List.of("GET", "PUT"), "/api/owners/none", List.of("GET"), "/api/owners/1/visits",
			List.of("DELETE"), "/partners/feed", List.of("GET"), "/actuator/health", List.of("GET"));

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} of {1} on {2}")
	@CsvSource({ "annotated, moving, 3.5.16", "mappings, moving, 4.0.7", "filter, moving, 4.1.1",
			"resource-server, moving, 3.5.16", "management, moving, 4.0.7", "mappings, moving-webflux, 3.5.16",
			"filter, moving-webflux, 4.0.7", "gateway, moving-webflux, 4.1.1" })
	void moveWhenByTheDocumentShouldAnswerAsBefore(String kind, String application, String line) throws Exception {
		Path jar = ConsumerBuild.jar(line, application);
		String yaml = suggested(jar, kind);
		Map<String, String> before;
		try (Consumer trial = start(jar, kind, yaml.replace("# mode: report-only", "mode: report-only"))) {
			before = answers(trial);
			List<Map<String, Object>> differences = JsonPath.read(trial.send("GET", "/actuator/cors").body(),
					"$.recentDifferences");
			assertThat(differences).as(yaml).isEmpty();
		}
		try (Consumer moved = start(jar, kind + ",moved", yaml)) {
			assertThat(answers(moved)).as(yaml).isEqualTo(before);
			assertThat(moved.output()).doesNotContain("other-cors-configuration", "cross-origin-annotation",
					"NoSuchMethodError", "NoClassDefFoundError");
		}
		assertThat(before.values()).anyMatch((answer) -> answer.startsWith("granted"));
	}

	private static String suggested(Path jar, String kind) throws IOException, InterruptedException {
		try (Consumer old = Consumer.start(Jdk.CURRENT, jar, arguments(kind))) {
			assertThat(old.output()).contains("the starter does nothing");
			String answer = old.send("GET", "/actuator/cors?suggest=true").body();
			return JsonPath.read(answer, "$.suggestion.yaml");
		}
	}

	private Consumer start(Path jar, String profiles, String yaml) throws IOException {
		Path file = Files.writeString(this.folder.resolve("policies.yml"), yaml);
		List<String> arguments = new ArrayList<>(List.of(arguments(profiles)));
		arguments.add("--spring.config.additional-location=" + file.toUri());
		return Consumer.start(Jdk.CURRENT, jar, arguments.toArray(String[]::new));
	}

	private static String[] arguments(String profiles) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=" + profiles));
		if (profiles.equals("management")) {
			arguments.addAll(List.of("--management.endpoints.web.cors.allowed-origins=" + CLINIC,
					"--management.endpoints.web.cors.allowed-methods=GET"));
		}
		return arguments.toArray(String[]::new);
	}

	private static Map<String, String> answers(Consumer application) throws IOException, InterruptedException {
		Map<String, String> answers = new LinkedHashMap<>();
		for (Map.Entry<String, List<String>> path : PATHS.entrySet()) {
			for (String method : path.getValue()) {
				for (String origin : ORIGINS) {
					String request = method + " " + path.getKey() + " " + origin;
					answers.put(request, actual(application.send(method, path.getKey(), "Origin", origin), origin));
					for (String headers : HEADERS) {
						answers.put("preflight " + request + " " + headers,
								preflight(application, method, path.getKey(), origin, headers));
					}
				}
			}
		}
		return answers;
	}

	private static String actual(HttpResponse<String> response, String origin) {
		String allowed = allowed(response, origin);
		return allowed.isEmpty() ? "refused"
				: allowed + " " + response.statusCode() + " " + names(response, "Access-Control-Expose-Headers");
	}

	/**
	 * What a browser makes of the answer: it never asks whether GET, HEAD and POST are
	 * listed, and takes what is asked for headers from a list of them or of more.
	 */
	private static String preflight(Consumer application, String method, String path, String origin, String headers)
			throws IOException, InterruptedException {
		List<String> fields = new ArrayList<>(List.of("Origin", origin, "Access-Control-Request-Method", method));
		if (!headers.isEmpty()) {
			fields.addAll(List.of("Access-Control-Request-Headers", headers));
		}
		HttpResponse<String> response = application.send("OPTIONS", path, fields.toArray(String[]::new));
		String allowed = allowed(response, origin);
		boolean methodAllowed = Set.of("GET", "HEAD", "POST").contains(method)
				|| names(response, "Access-Control-Allow-Methods").contains(method.toLowerCase(Locale.ROOT));
		Set<String> requested = split(headers);
		if (response.statusCode() / 100 != 2 || allowed.isEmpty() || !methodAllowed
				|| !names(response, "Access-Control-Allow-Headers").containsAll(requested)) {
			return "refused";
		}
		return allowed + ", cached " + response.headers().firstValue("Access-Control-Max-Age").orElse("5");
	}

	/**
	 * The browser's CORS check.
	 */
	private static String allowed(HttpResponse<String> response, String origin) {
		List<String> allowed = response.headers().allValues("Access-Control-Allow-Origin");
		List<String> credentials = response.headers().allValues("Access-Control-Allow-Credentials");
		return allowed.equals(List.of(origin)) || allowed.equals(List.of("*"))
				? "granted " + allowed + " " + credentials : "";
	}

	private static Set<String> names(HttpResponse<String> response, String header) {
		return split(String.join(",", response.headers().allValues(header)));
	}

	private static Set<String> split(String list) {
		Set<String> names = new TreeSet<>();
		Arrays.stream(list.split(","))
			.map((name) -> name.strip().toLowerCase(Locale.ROOT))
			.filter((name) -> !name.isEmpty())
			.forEach(names::add);
		return names;
	}

}
