package io.github.corsstarter.integration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.adopt.suggest.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies that are suggested for the CORS configuration of an application answer as it
 * did: both are asked the same requests, and both by what browsers make of the answers.
 */
class SuggestionTests {

	private static final List<String> ORIGINS = List.of("https://shop.example.com", "https://shop.example.com.evil.org",
			"http://shop.example.com", "https://stock.example.com", "https://a.partner.example",
			"https://a.b.partner.example", "https://partner.example", "https://stranger.example", "null");

	private static final List<String> HEADERS = List.of("", "content-type", "content-type,x-trace", "authorization");

	@ParameterizedTest
	@EnumSource
	void suggestWhenAskedTheSameRequestsShouldAnswerAsBefore(OwnCors kind) {
		try (Application before = kind.start(true, "")) {
			Suggestion suggestion = suggest(before);
			assertThat(suggestion.from()).extracting(Suggestion.From::kind).contains(kind.code());
			try (Application after = kind.start(false, suggestion.yaml())) {
				assertAnswersAlike(kind, before, after, suggestion);
			}
		}
	}

	@Test
	void suggestWhenNothingIsConfiguredShouldSayNothing() {
		try (Application application = OwnCors.SERVLET_MAPPINGS.start(false, "")) {
			assertThat(suggest(application)).isEqualTo(new Suggestion("", List.of(), List.of()));
		}
	}

	@Test
	void suggestWhenCodeMakesRoutesShouldNameTheirBean() {
		try (Application application = Application.start(Stack.NETTY, Stack.without(Application.SECURITY),
				"management.endpoints.web.exposure.include: cors", RoutesInCode.class)) {
			assertThat(suggest(application).notSaid()).containsExactly(
					new Suggestion.NotSaid("bean routes", "makes routes in code, whose CORS metadata are not read"));
		}
	}

	private static Suggestion suggest(Application application) {
		return application.bean(CorsEndpoint.class).cors(null, null, null, null, null, null, "true").suggestion();
	}

	private static void assertAnswersAlike(OwnCors kind, Application before, Application after, Suggestion suggestion) {
		List<String> differences = new ArrayList<>();
		int granted = 0;
		for (String path : kind.paths()) {
			for (String method : OwnCors.methods(path)) {
				for (String origin : ORIGINS) {
					String actual = actual(before, method, path, origin);
					granted += actual.startsWith("granted") ? 1 : 0;
					compare(method + " " + path + " " + origin, actual, actual(after, method, path, origin),
							differences);
					for (String headers : HEADERS) {
						compare("preflight " + method + " " + path + " " + origin + " " + headers,
								preflight(before, method, path, origin, headers),
								preflight(after, method, path, origin, headers), differences);
					}
				}
			}
		}
		// Handlers of one path that are configured otherwise get what all of them allow.
		boolean shared = suggestion.notSaid().stream().anyMatch((notSaid) -> notSaid.why().startsWith("shares "));
		differences.removeIf((difference) -> shared && difference.contains(" /api/orders/1 ")
				&& difference.endsWith(", is refused"));
		assertThat(differences).as(suggestion.toString()).isEmpty();
		assertThat(granted).as("requests that are granted").isPositive();
	}

	private static void compare(String request, String before, String after, List<String> differences) {
		if (!before.equals(after)) {
			differences.add(request + ": was " + before + ", is " + after);
		}
	}

	private static String actual(Application application, String method, String path, String origin) {
		Http.Response response = application.request(method, path).origin(origin).send();
		String allowed = allowed(response, origin);
		return allowed.isEmpty() ? "refused"
				: allowed + ", exposes " + names(response.header("Access-Control-Expose-Headers"));
	}

	private static String preflight(Application application, String method, String path, String origin,
			String headers) {
		Http.Request request = application.preflight(method, path, origin);
		if (!headers.isEmpty()) {
			request.header("Access-Control-Request-Headers", headers);
		}
		Http.Response response = request.send();
		String allowed = allowed(response, origin);
		boolean methodAllowed = Set.of("GET", "HEAD", "POST").contains(method)
				|| names(response.header("Access-Control-Allow-Methods")).contains(method.toLowerCase(Locale.ROOT));
		boolean headersAllowed = names(response.header("Access-Control-Allow-Headers")).containsAll(names(headers));
		if (response.status() / 100 != 2 || allowed.isEmpty() || !methodAllowed || !headersAllowed) {
			return "refused";
		}
		String maxAge = response.header("Access-Control-Max-Age");
		return allowed + ", cached " + ((maxAge != null) ? maxAge : "5");
	}

	/**
	 * The browser's CORS check.
	 */
	private static String allowed(Http.Response response, String origin) {
		String allowed = response.header("Access-Control-Allow-Origin");
		boolean credentials = "true".equals(response.header("Access-Control-Allow-Credentials"));
		if (allowed == null || !(allowed.equals(origin) || allowed.equals("*"))) {
			return "";
		}
		return "granted " + (allowed.equals("*") ? "any" : "this") + (credentials ? " with credentials" : "");
	}

	private static Set<String> names(String header) {
		Set<String> names = new TreeSet<>();
		if (header != null && !header.isEmpty()) {
			Arrays.stream(header.split(",")).map((name) -> name.strip().toLowerCase(Locale.ROOT)).forEach(names::add);
		}
		return names;
	}

	@Configuration(proxyBeanMethods = false)
	static class RoutesInCode {

		@Bean
		RouteLocator routes(RouteLocatorBuilder builder) {
			return builder.routes()
				.route((route) -> route.path("/routed/**")
					.metadata("cors", Map.of("allowedOrigins", List.of("https://shop.example.com")))
					.uri("http://127.0.0.1:9"))
				.build();
		}

	}

}
