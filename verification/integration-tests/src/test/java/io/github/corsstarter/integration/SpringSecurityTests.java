package io.github.corsstarter.integration;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security behind the filter: with its own CORS support and without, with a
 * configuration source of the user's and without.
 */
@ParameterizedClass
@EnumSource(SecuritySetup.class)
class SpringSecurityTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OWN = "https://own.example.com";

	private static final String EVIL = "https://evil.example.com";

	private static final String POLICY = """
			cors.policies.api:
			  paths: /api/**
			  allowed-origins: https://shop.example.com
			  allowed-methods: [GET, POST, PUT]
			  allowed-headers: [authorization, content-type]
			  allow-credentials: true
			""";

	private static Application application;

	private static Application without;

	@Parameter
	SecuritySetup setup;

	@BeforeParameterizedClassInvocation
	static void start(SecuritySetup setup) {
		application = setup.start(Stack.without(Application.GATEWAY), POLICY);
		without = setup.start(Stack.without(Application.GATEWAY, "io.github.corsstarter."), "unused: true");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		without.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/user", "/api/admin", "/api/open", "/api/nowhere" })
	void preflightWhenGovernedShouldBeGrantedWithoutSecurity(String path) {
		Http.Response response = application.preflight("PUT", path, SHOP)
			.header("Access-Control-Request-Headers", "authorization,content-type")
			.send();
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertUntouchedBySecurity(response);
	}

	@ParameterizedTest
	@CsvSource({ EVIL + ",PUT", OWN + ",GET", SHOP + ",DELETE" })
	void preflightWhenGovernedAndRefusedShouldBeAnsweredWithoutSecurity(String origin, String method) {
		Http.Response response = application.preflight(method, "/api/user", origin).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
		assertUntouchedBySecurity(response);
	}

	@Test
	void getWhenNotAuthenticatedShouldLetThePageReadTheStatus() {
		Http.Response response = application.get("/api/user").origin(SHOP).send();
		assertThat(response.status()).isEqualTo(401);
		assertGranted(response);
	}

	@Test
	void getWhenNotAuthorizedShouldLetThePageReadTheStatus() {
		Http.Response response = authenticated(application.get("/api/admin").origin(SHOP)).send();
		assertThat(response.status()).isEqualTo(403);
		assertGranted(response);
	}

	@Test
	void postWithoutCsrfTokenShouldLetThePageReadTheStatus() {
		Http.Response response = authenticated(application.request("POST", "/api/user").origin(SHOP)).send();
		// On the servlet stack Security guards the error page, too.
		assertThat(response.status()).isIn(401, 403);
		assertGranted(response);
	}

	@Test
	void getWhenAuthenticatedShouldReachTheHandler() {
		Http.Response response = authenticated(application.get("/api/user").origin(SHOP)).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("user");
		assertGranted(response);
	}

	@ParameterizedTest
	@ValueSource(strings = { EVIL, OWN })
	void getWhenRefusedShouldNeverReachSecurity(String origin) {
		AtomicInteger lookups = application.bean(AtomicInteger.class);
		int before = lookups.get();
		Http.Response response = authenticated(application.get("/api/user").origin(origin)).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
		assertUntouchedBySecurity(response);
		assertThat(lookups).hasValue(before);
	}

	@Test
	void responseWhenUngovernedShouldBeAsWithoutTheStarter() {
		for (String origin : List.of(SHOP, OWN, EVIL)) {
			for (String path : List.of("/plain/user", "/plain/open", "/plain/nowhere")) {
				for (String method : List.of("GET", "POST", "OPTIONS")) {
					assertSame(application.request(method, path).origin(origin),
							without.request(method, path).origin(origin));
				}
				assertSame(application.preflight("GET", path, origin), without.preflight("GET", path, origin));
				assertSame(authenticated(application.get(path).origin(origin)),
						authenticated(without.get(path).origin(origin)));
			}
		}
	}

	private static void assertSame(Http.Request request, Http.Request other) {
		Http.Response response = request.send();
		Http.Response expected = other.send();
		assertThat(response.status()).isEqualTo(expected.status());
		assertThat(fields(response)).containsExactlyInAnyOrderElementsOf(fields(expected));
	}

	private static List<Http.Field> fields(Http.Response response) {
		return response.fields()
			.stream()
			.filter((field) -> !List.of("date", "set-cookie").contains(field.name().toLowerCase(java.util.Locale.ROOT)))
			.toList();
	}

	private static Http.Request authenticated(Http.Request request) {
		return request.header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString("user:password".getBytes(UTF_8)));
	}

	private static void assertGranted(Http.Response response) {
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertThat(response.corsHeaders()).hasSize(2);
		assertThat(response.vary()).containsOnlyOnce("origin");
	}

	private static void assertUntouchedBySecurity(Http.Response response) {
		assertThat(response.header("X-Content-Type-Options")).isNull();
		assertThat(response.header("WWW-Authenticate")).isNull();
	}

}
