package io.github.corsstarter.autoconfigure.actuate;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEndpoint} over HTTP: the same on every stack.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CorsEndpointTests {

	private static final String FILE = "class path resource [endpoint/application.yml] - ";

	private final WebApplicationType type;

	private EndpointApplication application;

	CorsEndpointTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.application = EndpointApplication.start(this.type);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void corsWhenNothingIsAskedShouldShowPoliciesAsResolvedAndTheirPlaces() {
		HttpResponse<String> response = this.application.endpoint();
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode root = EndpointApplication.json(response);
		assertThat(root.propertyNames()).containsExactlyInAnyOrder("policies", "findings", "droppedFindings",
				"recentRefusals", "droppedRefusals", "recentDifferences", "preflightStatus", "debug", "basePath",
				"caseSensitivePaths");
		assertThat(root.get("preflightStatus").asInt()).isEqualTo(204);
		assertThat(root.get("basePath").asString()).isEmpty();
		assertThat(root.get("caseSensitivePaths").asBoolean()).isTrue();
		assertThat(root.get("policies").propertyNames()).containsExactly("closed", "partner", "public", "storefront",
				"trial");
		assertThat(root.get("policies").get("storefront")).isEqualTo(EndpointApplication.json("""
				{ "mode": "enforce", "paths": ["/api/**"],
				  "allowedOrigins": ["https://shop.example.com", "https://*.shop.example.com"],
				  "allowedMethods": ["GET", "HEAD", "POST", "PUT"],
				  "allowedHeaders": ["authorization", "content-type"], "exposedHeaders": ["X-Total-Count"],
				  "allowCredentials": true, "maxAge": "PT30M", "onRefusal": "block", "allowInsecureOrigins": false,
				  "allowPublicSuffixSubdomains": false,
				  "source": "class path resource [endpoint/application.yml] - 8:15", "properties": {
				    "allowed-origins": { "name": "cors.policies.storefront.allowed-origins",
				      "source": "class path resource [endpoint/application.yml] - 9:25" },
				    "allowed-methods": { "name": "cors.policies.storefront.allowed-methods",
				      "source": "class path resource [endpoint/application.yml] - 10:25" },
				    "allowed-headers": { "name": "cors.policies.storefront.allowed-headers",
				      "source": "class path resource [endpoint/application.yml] - 11:25" },
				    "exposed-headers": { "name": "cors.policies.storefront.exposed-headers",
				      "source": "class path resource [endpoint/application.yml] - 12:25" },
				    "allow-credentials": { "name": "cors.policies.storefront.allow-credentials",
				      "source": "class path resource [endpoint/application.yml] - 13:26" },
				    "max-age": { "name": "cors.policies.storefront.max-age",
				      "source": "class path resource [endpoint/application.yml] - 14:16" } } }"""));
		assertThat(root.at("/policies/partner/maxAge").asString()).isEqualTo("PT10M");
		assertThat(response.body()).doesNotContain("null");
	}

	@Test
	void corsWhenThereAreFindingsShouldShowThem() {
		JsonNode finding = EndpointApplication.json(this.application.endpoint()).get("findings").get(0);
		assertThat(finding.propertyNames()).containsExactlyInAnyOrder("severity", "rule", "policy", "property", "value",
				"source", "message", "advice");
		assertThat(finding.get("rule").asString()).isEqualTo("any-header");
		assertThat(finding.get("severity").asString()).isEqualTo("warning");
		assertThat(finding.get("policy").asString()).isEqualTo("partner");
		assertThat(finding.get("source").asString()).isEqualTo(FILE + "21:24");
	}

	@Test
	void policyWhenThereIsOneShouldShowItAlone() {
		HttpResponse<String> response = this.application
			.send(this.application.managementUrl() + "/actuator/cors/public", "GET");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(EndpointApplication.json(response)).isEqualTo(EndpointApplication.json("""
				{ "mode": "enforce", "paths": ["/public/**"], "allowedOrigins": ["*"],
				  "allowedMethods": ["GET", "HEAD", "POST"], "allowedHeaders": [], "exposedHeaders": [],
				  "allowCredentials": false, "maxAge": "PT10M", "onRefusal": "block", "allowInsecureOrigins": false,
				  "allowPublicSuffixSubdomains": false,
				  "source": "class path resource [endpoint/application.yml] - 16:15", "properties": {
				    "allowed-origins": { "name": "cors.policies.public.allowed-origins",
				      "source": "class path resource [endpoint/application.yml] - 17:24" },
				    "max-age": { "name": "cors.defaults.max-age",
				      "source": "class path resource [endpoint/application.yml] - 5:14" } } }"""));
	}

	@Test
	void policyWhenThereIsNoneShouldBeNotFound() {
		String url = this.application.managementUrl() + "/actuator/cors/unknown";
		assertThat(this.application.send(url, "GET").statusCode()).isEqualTo(404);
	}

	@Test
	void corsWhenHeaderIsRefusedShouldNameTheLineToEdit() {
		JsonNode explanation = explain("path", "/api/orders", "origin", "https://shop.example.com", "method", "PUT",
				"headers", "x-trace,content-type:application/json");
		assertThat(explanation.get("policy").asString()).isEqualTo("storefront");
		assertThat(explanation.get("pattern").asString()).isEqualTo("/api/**");
		assertThat(explanation.get("outcome").asString()).isEqualTo("refused");
		assertThat(explanation.get("reason").asString()).isEqualTo("header-not-allowed");
		assertThat(explanation.get("detail").asString()).isEqualTo("x-trace");
		assertThat(explanation.get("advice").asString())
			.contains("cors.policies.storefront.allowed-headers (" + FILE + "11:25)");
		assertThat(explanation.get("preflight").get("required").asBoolean()).isTrue();
		assertThat(explanation.get("preflight").get("because").size()).isEqualTo(3);
		assertThat(explanation.get("preflight").get("status").asInt()).isEqualTo(403);
		assertThat(explanation.get("actual")).isEqualTo(EndpointApplication.json("{\"sent\": false}"));
		assertThat(explanation.get("browser").asString()).isEqualTo("blocks");
	}

	@Test
	void corsWhenGrantedShouldShowWhatBothRequestsGet() {
		JsonNode explanation = explain("path", "https://api.example.com/api/orders?page=1", "origin",
				"https://shop.example.com", "method", "PUT", "credentials", "true");
		assertThat(explanation.get("outcome").asString()).isEqualTo("granted");
		assertThat(explanation.has("reason")).isFalse();
		assertThat(explanation.get("preflight").get("headers").propertyNames()).contains("Access-Control-Allow-Origin",
				"Access-Control-Allow-Credentials", "Access-Control-Allow-Methods", "Access-Control-Max-Age");
		assertThat(explanation.get("actual")).isEqualTo(EndpointApplication.json("""
				{ "sent": true, "handled": true, "headers": { "Access-Control-Allow-Origin": "https://shop.example.com",
				  "Access-Control-Allow-Credentials": "true", "Access-Control-Expose-Headers": "X-Total-Count",
				  "Vary": "Origin" } }"""));
		assertThat(explanation.get("browser").asString()).isEqualTo("accepts");
	}

	@Test
	void corsWhenNoPolicyGovernsShouldSayWhichDo() {
		JsonNode explanation = explain("path", "/elsewhere", "origin", "https://shop.example.com");
		assertThat(explanation.get("outcome").asString()).isEqualTo("no-policy");
		assertThat(explanation.has("policy")).isFalse();
		assertThat(explanation.get("browser").asString()).isEqualTo("blocks");
	}

	@Test
	void corsWhenHeadersAreRepeatedShouldReadEach() {
		JsonNode explanation = explain("path", "/api/orders", "origin", "https://shop.example.com", "headers",
				"authorization", "headers", "x-one, x-two");
		assertThat(explanation.get("detail").asString()).isEqualTo("x-one");
	}

	@Test
	void corsWhenPathIsAbsentShouldNotExplain() {
		JsonNode root = EndpointApplication.json(this.application.endpoint("origin", "https://shop.example.com"));
		assertThat(root.has("explanation")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "path, api/orders", "method, 'G T'", "headers, 'a b'", "credentials, maybe", "path, ftp://x/",
			"path, https://x:99999/" })
	void corsWhenParameterIsMalformedShouldAnswerBadRequestWithSentence(String name, String value) {
		HttpResponse<String> response = name.equals("path") ? this.application.endpoint("path", value)
				: this.application.endpoint("path", "/api/orders", name, value);
		assertThat(response.statusCode()).isEqualTo(400);
		String message = EndpointApplication.json(response).get("message").asString();
		assertThat(message).contains("parameter " + name).endsWith(".");
	}

	@Test
	void corsWhenConsoleIsGivenShouldReadItAndNameTheLineToEdit() {
		JsonNode root = EndpointApplication.json(this.application.endpoint("console", """
				Access to fetch at 'https://api.example.com/api/orders?page=1' from origin 'https://shop.example.com' \
				has been blocked by CORS policy: Request header field x-trace is not allowed by \
				Access-Control-Allow-Headers in preflight response.
				fetch.js:7 PUT https://api.example.com/api/orders?page=1 net::ERR_FAILED
				"""));
		assertThat(root.get("console")).isEqualTo(EndpointApplication.json("""
				{ "browser": "chromium", "problem": "header-not-listed",
				  "message": "The preflight's Access-Control-Allow-Headers does not list the header.",
				  "url": "https://api.example.com/api/orders?page=1", "origin": "https://shop.example.com",
				  "method": "PUT", "header": "x-trace", "preflight": true, "missing": [] }"""));
		JsonNode explanation = root.get("explanation");
		assertThat(explanation.get("reason").asString()).isEqualTo("header-not-allowed");
		assertThat(explanation.get("advice").asString())
			.contains("cors.policies.storefront.allowed-headers (" + FILE + "11:25)");
	}

	@Test
	void corsWhenConsoleLacksTheOriginShouldSaySoUntilItIsAdded() {
		String text = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at"
				+ " https://api.example.com/api/orders. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing).";
		JsonNode root = EndpointApplication.json(this.application.endpoint("console", text));
		assertThat(root.at("/console/browser").asString()).isEqualTo("firefox");
		assertThat(root.at("/console/missing")).isEqualTo(EndpointApplication.json("[\"origin\"]"));
		assertThat(root.has("explanation")).isFalse();
		root = EndpointApplication
			.json(this.application.endpoint("console", text, "origin", "https://stranger.example"));
		assertThat(root.at("/console/missing")).isEmpty();
		assertThat(root.at("/explanation/reason").asString()).isEqualTo("origin-not-allowed");
	}

	@Test
	void corsWhenConsoleNamesNoCorsErrorShouldTellWhatItIs() {
		JsonNode root = EndpointApplication
			.json(this.application.endpoint("console", "GET https://api.example.com/ net::ERR_CONNECTION_REFUSED"));
		assertThat(root.at("/console/problem").asString()).isEqualTo("failed-connection");
		assertThat(root.at("/console/message").asString()).contains("not CORS");
		assertThat(root.has("explanation")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "8192, 200", "8193, 400" })
	void corsWhenConsoleIsLongShouldReadWithinBounds(int length, int status) {
		HttpResponse<String> response = this.application.endpoint("console", "x".repeat(length));
		assertThat(response.statusCode()).isEqualTo(status);
		if (status == 400) {
			assertThat(EndpointApplication.json(response).get("message").asString())
				.isEqualTo("The console's text is longer than 8192 characters.");
		}
	}

	@Test
	void corsWhenConsoleCarriesControlCharactersShouldNotPassThemOn() {
		String text = "Access to fetch at 'https://api.example.com/\u001b[31m\u202e' from origin 'https://shop.example.com'"
				+ " has been blocked by CORS policy: Method P\u001bT is not allowed by Access-Control-Allow-Methods in"
				+ " preflight response.";
		HttpResponse<String> response = this.application.endpoint("console", text);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).doesNotContain("\u001b").doesNotContain("\\u001b").doesNotContain("\u202e");
	}

	@Test
	void corsWhenRequestsWereRefusedShouldShowThemWithAdviceThatOffersNoStrangersOrigin() {
		String url = this.application.serverUrl();
		for (int i = 0; i < 3; i++) {
			this.application.send(url + "/closed/secret-" + i, "GET", "Origin", "https://stranger.example");
			this.application.send(url + "/api/secret-" + i, "GET", "Origin", "https://stranger.example");
		}
		HttpResponse<String> response = this.application.endpoint();
		JsonNode refusals = EndpointApplication.json(response).get("recentRefusals");
		JsonNode refusal = refusals.valueStream()
			.filter((candidate) -> candidate.get("origin").asString().equals("https://stranger.example")
					&& candidate.get("policy").asString().equals("storefront"))
			.findFirst()
			.orElseThrow();
		assertThat(refusal.propertyNames()).containsExactly("policy", "pattern", "reason", "detail", "origin", "count",
				"firstSeen", "lastSeen", "advice");
		assertThat(refusal.get("pattern").asString()).isEqualTo("/api/**");
		assertThat(refusal.get("reason").asString()).isEqualTo("origin-not-allowed");
		assertThat(refusal.get("count").asInt()).isEqualTo(3);
		assertThat(refusal.get("firstSeen").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
		assertThat(refusal.get("advice").asString()).contains("cors.policies.storefront.allowed-origins")
			.doesNotContain("stranger");
		assertThat(response.body()).doesNotContain("secret");
	}

	@Test
	void metricsWhenRequestsWereDecidedShouldCountThemByPolicyAndReason() {
		this.application.send(this.application.serverUrl() + "/partner/1", "GET", "Origin", "https://other.example");
		HttpResponse<String> response = this.application.send(this.application.managementUrl()
				+ "/actuator/metrics/cors.requests?tag=policy:partner&tag=reason:origin-not-allowed&tag=type:actual",
				"GET");
		assertThat(EndpointApplication.json(response).at("/measurements/0/value").asDouble()).isGreaterThanOrEqualTo(1);
	}

	@Test
	void corsWhenRequestsAreGeneratedShouldAgreeWithWhatTheFilterDoes() {
		assertThat(new DryRunAgreement(this.application, 7).check(600)).contains("granted", "no-origin", "no-policy",
				"refused denied", "refused header-not-allowed", "refused method-not-allowed",
				"refused origin-malformed", "refused origin-not-allowed", "refused path-ambiguous", "same-origin");
	}

	private JsonNode explain(String... parameters) {
		HttpResponse<String> response = this.application.endpoint(parameters);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return EndpointApplication.json(response).get("explanation");
	}

}
