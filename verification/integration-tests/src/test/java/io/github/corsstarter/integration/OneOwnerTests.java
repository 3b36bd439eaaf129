package io.github.corsstarter.integration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever else writes CORS headers, those of the policy leave, each once.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class OneOwnerTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OTHER = "https://other.example.com";

	private static final String SELF = "http://api.example.net";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				    exposed-headers: X-Ours
				  policies:
				    api:
				      paths: /api/**
				      allow-credentials: true
				    forward:
				      paths: /forward/**
				      on-refusal: forward
				    any:
				      paths: /any/**
				      allowed-origins: "*"
				""", OtherCors.Handlers.class,
				stack.isServlet() ? OtherCors.OnServlet.class : OtherCors.OnReactive.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "own-headers", "annotated", "mapped", "filtered", "committed", "outer",
			"outer-without-origin", "late" })
	void getWhenGrantedShouldCarryThePolicysValuesOnce(String kind) {
		Http.Response response = application.get("/api/" + kind).origin(SHOP).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Ours");
		assertThat(response.corsHeaders()).hasSize(3);
		assertThat(response.vary()).containsOnlyOnce("origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "own-headers", "filtered", "committed", "outer", "outer-without-origin", "late" })
	void getWhenForwardedAfterARefusalShouldCarryNone(String kind) {
		Http.Response response = application.get("/forward/" + kind).origin(OTHER).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("handled");
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).containsOnlyOnce("origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "own-headers", "outer", "outer-without-origin" })
	void getWhenBlockedShouldCarryNone(String kind) {
		Http.Response response = application.get("/api/" + kind).origin(OTHER).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("handled");
		assertThat(response.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "outer", "outer-without-origin" })
	void preflightWhenRefusedShouldCarryNone(String kind) {
		Http.Response response = application.preflight("GET", "/api/" + kind, OTHER).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "annotated", "mapped", "outer", "outer-without-origin" })
	void preflightWhenGrantedShouldCarryThePolicysValuesOnce(String kind) {
		Http.Response response = application.preflight("GET", "/api/" + kind, SHOP).send();
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,POST");
		assertThat(response.corsHeaders()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "own-headers", "committed", "outer" })
	void getWhenSameOriginShouldCarryNone(String kind) {
		Http.Response response = application.get("/api/" + kind).origin(SELF).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.corsHeaders()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "own-headers", "filtered", "committed", "outer", "outer-without-origin", "late" })
	void getUnderAnyOriginShouldBeConstantWithAndWithoutOrigin(String kind) {
		List<Http.Request> requests = List.of(application.get("/any/" + kind),
				application.get("/any/" + kind).origin(OTHER), application.get("/any/" + kind).origin(SELF));
		for (Http.Request request : requests) {
			Http.Response response = request.send();
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
			assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Ours");
			assertThat(response.corsHeaders()).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "own-headers", "annotated", "outer" })
	void getWhenUngovernedShouldBeLeftAlone(String kind) {
		Http.Response response = application.get("/free/" + kind).origin(OTHER).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.all("Access-Control-Allow-Origin")).contains("*");
		assertThat(response.header("Access-Control-Expose-Headers")).isNotEqualTo("X-Ours");
	}

	@Test
	void preflightWhenUngovernedShouldBeAnsweredByTheApplicationsOwnCors() {
		Http.Response response = application.preflight("GET", "/free/mapped", OTHER).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
	}

	@Test
	void getWhenHandlerSetsVaryManyWaysShouldKeepAllOnce() {
		Http.Response response = application.get("/api/vary").origin(SHOP).send();
		assertThat(response.vary()).containsExactly("accept", "origin", "x-added");
	}

}
