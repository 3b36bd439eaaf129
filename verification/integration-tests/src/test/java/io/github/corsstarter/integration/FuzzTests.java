package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests of every kind against an oracle that knows nothing of the engine.
 */
class FuzzTests {

	private static final Set<String> ORIGINS = Set.of("https://shop.example.com", "http://localhost:3000", "null");

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "PURGE");

	private static final Set<String> HEADERS = Set.of("authorization", "content-type", "x-trace");

	private static Application tomcat;

	private static Application netty;

	@BeforeContainer
	static void start() {
		String yaml = """
				cors.policies.api:
				  paths: /api/**
				  allowed-origins: [https://shop.example.com, http://localhost:3000, "null"]
				  allowed-methods: [GET, PUT, PURGE]
				  allowed-headers: [Authorization, Content-Type, X-Trace]
				""";
		tomcat = Application.start(Stack.TOMCAT, yaml, Handlers.class);
		netty = Application.start(Stack.NETTY, yaml, Handlers.class);
	}

	@AfterContainer
	static void stop() {
		tomcat.close();
		netty.close();
	}

	@Property
	void preflightShouldBeGrantedAsTheOracleSays(@ForAll("origins") String origin, @ForAll("methods") String method,
			@ForAll("requestedHeaders") String requested) throws IOException {
		for (Application application : List.of(tomcat, netty)) {
			Http.Response response = application.preflight(method, "/api/x", origin)
				.header("Access-Control-Request-Headers", requested)
				.send();
			if (ORIGINS.contains(origin) && METHODS.contains(method) && areAllowed(requested)) {
				assertThat(response.status()).isEqualTo(204);
				assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
			}
			else {
				assertRefused(response);
			}
		}
	}

	@Property
	void actualRequestShouldBeGrantedAsTheOracleSays(@ForAll("origins") String origin, @ForAll("methods") String method,
			@ForAll boolean governed) {
		for (Application application : List.of(tomcat, netty)) {
			Http.Response response = application.request(method, governed ? "/api/x" : "/free/x").origin(origin).send();
			if (!governed) {
				assertThat(response.corsHeaders()).isEmpty();
			}
			else if (ORIGINS.contains(origin) && METHODS.contains(method)) {
				assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
				assertThat(response.corsHeaders()).hasSize(1);
			}
			else {
				assertRefused(response);
			}
		}
	}

	@Property
	void pathsShouldBeGovernedAsTheOracleSays(@ForAll("segments") String first, @ForAll("segments") String second) {
		String path = "/" + first + "/" + second;
		for (Application application : List.of(tomcat, netty)) {
			Http.Response response = application.get(path).origin("https://shop.example.com").send();
			if (response.status() == 200) {
				assertThat(response.corsHeaders().isEmpty()).as(path).isEqualTo(!first.equals("api"));
			}
		}
	}

	private static void assertRefused(Http.Response response) {
		assertThat(response.corsHeaders()).isEmpty();
		// 400 and 501 are the server's own, for what it cannot read.
		assertThat(response.status()).isIn(403, 400, 501, 405);
		assertThat(response.body()).doesNotContain("handled");
	}

	private static boolean areAllowed(String requested) {
		String[] names = requested.toLowerCase(Locale.ROOT).split(",", -1);
		int count = 0;
		for (String name : names) {
			String stripped = name.strip();
			count += stripped.isEmpty() ? 0 : 1;
			if (!stripped.isEmpty() && !HEADERS.contains(stripped)) {
				return false;
			}
		}
		return count <= 128 && requested.length() <= 4096;
	}

	@Provide
	Arbitrary<String> origins() {
		Arbitrary<String> pieces = Arbitraries
			.of("https://", "http://", "shop", ".", "example", ".com", "localhost", ":", "3000", "null", "/", "@", "*",
					"HTTPS://", "[::1]", "443", "evil", "-", "_", "\u00e9", "%2e", " x", "#")
			.list()
			.ofMinSize(1)
			.ofMaxSize(6)
			.map((parts) -> String.join("", parts).strip());
		Arbitrary<String> near = Arbitraries.of(ORIGINS)
			.flatMap((origin) -> Arbitraries.integers()
				.between(0, origin.length())
				.flatMap((at) -> Arbitraries.strings()
					.withCharRange('!', '~')
					.ofMaxLength(2)
					.map((text) -> origin.substring(0, at) + text + origin.substring(at))));
		return Arbitraries.oneOf(Arbitraries.of(ORIGINS), near, pieces,
				Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(400));
	}

	@Provide
	Arbitrary<String> methods() {
		return Arbitraries
			.oneOf(Arbitraries.of(METHODS),
					Arbitraries.of("get", "put", "POST", "DELETE", "PATCH", "purge", "GETT", "PU", "X"),
					Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12))
			// These have a meaning of their own to a server.
			.filter((method) -> !Set.of("CONNECT", "TRACE", "OPTIONS").contains(method.toUpperCase(Locale.ROOT)));
	}

	@Provide
	Arbitrary<String> requestedHeaders() {
		Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of("authorization", "Content-Type", "x-trace", "", " "),
				Arbitraries.strings().withCharRange('!', '~').ofMaxLength(6));
		Arbitrary<String> allowed = Arbitraries.of("authorization", "CONTENT-TYPE", "x-trace", "", "\t", " x-Trace ");
		return Arbitraries.oneOf(allowed.list().ofMaxSize(140), names.list().ofMaxSize(6))
			.map((list) -> String.join(",", list));
	}

	@Provide
	Arbitrary<String> segments() {
		return Arbitraries
			.oneOf(Arbitraries.of("api", "free", "apis", "ap", "API", "x"),
					Arbitraries.strings().withChars("api-._~!$&'()*+,=:@0").ofMinLength(1).ofMaxLength(5))
			.filter((segment) -> !segment.equals(".") && !segment.equals(".."));
	}

	@RestController
	static class Handlers {

		@RequestMapping({ "/api/**", "/**" })
		String answer() {
			return "handled";
		}

	}

}
