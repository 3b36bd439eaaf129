package io.github.corsstarter.integration;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint answers when the lab asks.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class LabAnswersTests {

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	private static Application off;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		String yaml = """
				server.servlet.context-path: /shop
				spring.webflux.base-path: /shop
				management.endpoints.web.exposure.include: cors
				cors.policies.api:
				  paths: /api/**
				  allowed-origins: https://shop.example.com
				  allow-credentials: true
				cors.defaults.max-age: 5m
				secret: hunter2
				""";
		application = Application.start(stack, yaml + "cors.lab.enabled: true\n", LabHandlers.Controller.class,
				LabHandlers.ServletRoutes.class, LabHandlers.ReactiveRoutes.class);
		off = Application.start(stack, yaml);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		off.close();
	}

	@Test
	void applicationShouldNameHandlersWithTheirPolicies() {
		JsonNode answer = ask("application", "");
		List<String> handlers = new ArrayList<>();
		answer.get("handlers")
			.forEach((handler) -> handlers.add(handler.get("pattern").asString() + " " + handler.get("path").asString()
					+ " " + handler.get("methods").values().stream().map(JsonNode::asString).toList() + " "
					+ handler.path("policy").asString("none")));
		assertThat(handlers).containsExactly("/api/orders /api/orders [GET, POST] api",
				"/api/orders/{id} /api/orders/1 [DELETE] api", "/api/routes/{id:[a-z]+} /api/routes/a [GET] api",
				"/open /open [*] none", "/routed /routed [PUT] none");
		assertThat(answer.get("leftOut").asInt()).isZero();
	}

	@Test
	void dryRunsShouldExplainEachRequestFromEachOrigin() {
		JsonNode answer = ask("dry-runs", """
				https://shop.example.com
				https://evil.example
				GET /api/orders include
				PUT /api/orders/1 omit content-type:application/json, x-trace
				GET /shop/api/orders omit
				GET nowhere omit
				""");
		assertThat(answer.get("dryRuns").size()).isEqualTo(4);
		assertThat(outcomes(answer, 0)).containsExactly("granted", "refused");
		assertThat(outcomes(answer, 1)).containsExactly("refused", "refused");
		assertThat(answer.at("/dryRuns/1/0/explanation/reason").asString()).isEqualTo("method-not-allowed");
		assertThat(answer.at("/dryRuns/1/0/explanation/preflight/required").asBoolean()).isTrue();
		assertThat(outcomes(answer, 2)).containsExactly("granted", "refused");
		assertThat(answer.at("/dryRuns/3/0/explanation").isMissingNode()).isTrue();
		assertThat(answer.at("/dryRuns/3/0/problem").asString()).isNotBlank();
	}

	@Test
	void dryRunsWhenThereAreTooManyShouldSaySo() {
		String input = "https://a.example\n".repeat(40) + "GET / omit\n".repeat(26);
		Http.Response response = request("dry-runs", input).send();
		assertThat(response.status()).isEqualTo(400);
		assertThat(json(response).get("message").asString()).contains("more than 1000");
	}

	@Test
	void propertiesShouldNameWhereEachValueComesFrom() {
		JsonNode answer = ask("properties", "api").get("properties");
		assertThat(answer.at("/allowed-origins/name").asString()).isEqualTo("cors.policies.api.allowed-origins");
		assertThat(answer.at("/allowed-origins/source").asString()).contains(".yml", "6:");
		assertThat(answer.at("/max-age/name").asString()).isEqualTo("cors.defaults.max-age");
		assertThat(answer.propertyNames()).contains("paths", "allowed-methods", "exposed-headers", "mode");
	}

	@Test
	void draftShouldSayWhatAStartWould() {
		assertThat(ask("draft", """
				cors:
				  policies:
				    mine:
				      paths: [/mine/**]
				      allowed-origins: ["https://shop.example.com"]
				""").get("findings").isEmpty()).isTrue();
		JsonNode findings = ask("draft", """
				cors:
				  policies:
				    mine:
				      paths: [/mine/**]
				      allowed-origins: ["https://shop.example.com/"]
				      allowed-method: GET
				""").get("findings");
		assertThat(findings.values().stream().map((finding) -> finding.get("rule").asString()))
			.containsExactlyInAnyOrder("invalid-origin", "unknown-property");
		assertThat(findings.at("/0/source").asString()).contains("application.yml", "5:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${secret}", "${PATH}", "${user.home}", "${java.version}" })
	void draftShouldNotReachTheApplicationsProperties(String placeholder) {
		Http.Response response = request("draft",
				"cors.policies.mine:\n  paths: /mine\n  allowed-origins: [\"" + placeholder + "\"]\n")
			.send();
		assertThat(response.body()).doesNotContain("hunter2", "/bin", System.getProperty("user.home"),
				System.getProperty("java.version"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: [", "\t", "a: &x [*x]", "a: &x {b: *x}", "!!javax.script.ScriptEngineManager []" })
	void draftWhenItIsNoYamlShouldSaySo(String yaml) {
		Http.Response response = request("draft", yaml).send();
		assertThat(response.status()).isIn(200, 400);
		assertThat(response.body()).doesNotContain("Exception");
	}

	@Test
	void arrivalsShouldTellWhatArrivedAndWhatWasSent() {
		application.preflight("PUT", "/shop/api/orders?cors-lab=first", SHOP).host("localhost").send();
		application.get("/shop/api/orders?cors-lab=first").host("localhost").origin(SHOP).send();
		application.get("/shop/api/orders?cors-lab=other").host("example.com").origin(SHOP).send();
		JsonNode arrivals = ask("arrivals", "first other none").get("arrivals");
		assertThat(arrivals.get(0).size()).isEqualTo(2);
		assertThat(arrivals.at("/0/0/preflight").asBoolean()).isTrue();
		assertThat(arrivals.at("/0/0/asked/Access-Control-Request-Method").asString()).isEqualTo("PUT");
		assertThat(arrivals.at("/0/0/status").asInt()).isEqualTo(403);
		assertThat(arrivals.at("/0/1/preflight").asBoolean()).isFalse();
		assertThat(arrivals.at("/0/1/status").asInt()).isEqualTo(200);
		assertThat(arrivals.at("/0/1/headers/Access-Control-Allow-Origin").asString()).isEqualTo(SHOP);
		assertThat(arrivals.get(1).isEmpty()).isTrue();
		assertThat(arrivals.get(2).isEmpty()).isTrue();
	}

	@Test
	void edgeShouldSayThePoliciesToATargetBelowTheContextPath() {
		JsonNode targets = ask("edge", "");
		assertThat(targets.get("targets").values().stream().map((target) -> target.get("id").asString()))
			.contains("nginx", "haproxy", "apache", "caddy");
		assertThat(targets.get("files").isEmpty()).isTrue();
		JsonNode answer = ask("edge", "nginx");
		assertThat(answer.at("/targets/0/exactness").asString()).isEqualTo("exact");
		assertThat(answer.get("findings").isEmpty()).isTrue();
		assertThat(answer.get("files").values().stream().map((file) -> file.get("name").asString()))
			.containsExactly("cors-http.conf", "cors-location.conf");
		assertThat(answer.at("/files/0/content").asString()).contains("# - 1 api", "/shop/api");
	}

	@Test
	void edgeWhenADraftIsGivenShouldSayWhatItsStartWouldGive() {
		JsonNode answer = ask("edge", """
				nginx
				cors.policies.drafted:
				  paths: /drafted
				  allowed-origins: https://shop.example.com
				""");
		assertThat(answer.at("/files/0/content").asString()).contains("# - 1 drafted", "/shop/drafted")
			.doesNotContain("/shop/api");
		Http.Response wrong = request("edge", "nginx\ncors.policies.drafted:\n  paths: /drafted\n").send();
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(json(wrong).get("message").asString()).contains("no-origins");
	}

	@Test
	void edgeWhenTargetIsUnknownShouldNameThose() {
		Http.Response response = request("edge", "abacus").send();
		assertThat(response.status()).isEqualTo(400);
		assertThat(json(response).get("message").asString()).contains("nginx", "caddy");
	}

	@Test
	void questionWhenUnknownShouldNameThose() {
		Http.Response response = request("everything", "").send();
		assertThat(response.status()).isEqualTo(400);
		assertThat(json(response).get("message").asString()).contains("application", "arrivals", "draft", "dry-runs",
				"edge", "properties");
	}

	@Test
	void questionWhenTheLabIsOffShouldSaySo() {
		Http.Response response = off.get("/shop/actuator/cors?lab=application").send();
		assertThat(response.status()).isEqualTo(400);
		assertThat(json(response).get("message").asString()).contains("cors.lab.enabled");
		assertThat(off.get("/shop/cors-lab").host("localhost").send().status()).isEqualTo(404);
	}

	private static List<String> outcomes(JsonNode answer, int request) {
		return answer.get("dryRuns")
			.get(request)
			.values()
			.stream()
			.map((dryRun) -> dryRun.at("/explanation/outcome").asString())
			.toList();
	}

	private static JsonNode ask(String question, String input) {
		Http.Response response = request(question, input).send();
		assertThat(response.status()).as(response.body()).isEqualTo(200);
		return json(response);
	}

	private static Http.Request request(String question, String input) {
		return application.get("/shop/actuator/cors?lab=" + question + "&input="
				+ URLEncoder.encode(input, UTF_8).replace("+", "%20"));
	}

	private static JsonNode json(Http.Response response) {
		return JsonMapper.shared().readTree(response.content());
	}

}
