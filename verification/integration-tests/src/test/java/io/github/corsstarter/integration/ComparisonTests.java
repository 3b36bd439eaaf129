package io.github.corsstarter.integration;

import java.util.List;
import java.util.concurrent.Callable;

import io.github.corsstarter.autoconfigure.actuate.CorsDescriptor;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A policy that only reports is compared with what leaves; one that governs tells what it
 * keeps pages from reading.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class ComparisonTests {

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	ComparisonTests(Stack stack) {
		assertThat(stack).isNotNull();
	}

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				  policies:
				    same:
				      paths: /same
				      allowed-headers: "*"
				      exposed-headers: X-Total-Count
				      mode: report-only
				    other:
				      paths: /other
				      max-age: 1h
				      allowed-headers: "*"
				      mode: report-only
				    leaving:
				      paths: [/async, /failing, /late, /large, /short, /missing, /denied]
				      exposed-headers: X-Total-Count
				      mode: report-only
				    enforced:
				      paths: /enforced
				management.endpoints.web.exposure.include: cors
				""", Handlers.class, stack.isServlet() ? ServletLate.class : ReactiveLate.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenHeadersAreThoseOfThePolicyShouldRecordNothing() {
		send(application.get("/same").origin(SHOP));
		send(application.preflight("GET", "/same", SHOP).header("Access-Control-Request-Headers", "x-trace"));
		send(application.get("/same").origin("https://stranger.example"));
		send(application.get("/same"));
		assertThat(differences("same")).isEmpty();
	}

	@Test
	void getWhenHeadersDifferShouldRecordThePropertyToChange() {
		Http.Response response = send(application.get("/other").origin(SHOP));
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Total-Count");
		send(application.preflight("GET", "/other", SHOP));
		assertThat(differences("other")).containsExactlyInAnyOrder(
				"/other Access-Control-Expose-Headers: X-Total-Count / , cors.policies.other.exposed-headers",
				"/other Access-Control-Max-Age: 1800 / 3600, cors.policies.other.max-age");
	}

	@ParameterizedTest
	@CsvSource({ "/async, 200, X-Async", "/late, 200, X-Late", "/large, 200, X-Large", "/short, 200, X-Short",
			"/failing, 500, X-Failing" })
	void getWhenResponseLeavesShouldCompareWhatLeaves(String path, int status, String exposed) {
		Http.Response response = application.get(path).origin(SHOP).send();
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo(exposed);
		assertThat(differences("leaving")).filteredOn((difference) -> difference.startsWith(path + " Access-Control-"))
			.containsExactly(path + " Access-Control-Expose-Headers: " + exposed
					+ " / X-Total-Count, cors.policies.leaving.exposed-headers");
	}

	@ParameterizedTest
	@CsvSource({ "/missing, 404", "/denied, 401" })
	void getWhenErrorPageLeavesShouldCompareThat(String path, int status) {
		assertThat(application.get(path).origin(SHOP).send().status()).isEqualTo(status);
		assertThat(differences("leaving")).filteredOn((difference) -> difference.startsWith(path))
			.containsExactly(path + " Access-Control-Allow-Origin:  / " + SHOP + ", cors.defaults.allowed-origins");
	}

	@Test
	void getWhenGovernedHandlerExposesMoreShouldRecordWhatIsKeptBack() {
		Http.Response response = send(application.get("/enforced").origin(SHOP));
		assertThat(response.header("Access-Control-Expose-Headers")).isNull();
		assertThat(differences("enforced")).containsExactly(
				"/enforced Access-Control-Expose-Headers: x-up / , cors.policies.enforced.exposed-headers");
	}

	private static Http.Response send(Http.Request request) {
		Http.Response response = request.send();
		assertThat(response.status()).isIn(200, 403);
		return response;
	}

	private static List<String> differences(String policy) {
		CorsDescriptor all = application.bean(CorsEndpoint.class).cors(null, null, null, null, null, null, null);
		return all.recentDifferences()
			.stream()
			.filter((difference) -> difference.policy().equals(policy))
			.map((difference) -> difference.pattern() + " " + difference.header() + ": " + difference.written() + " / "
					+ difference.policyValue() + ", " + difference.property())
			.toList();
	}

	@RestController
	static class Handlers {

		@CrossOrigin(origins = SHOP, exposedHeaders = "X-Total-Count")
		@GetMapping({ "/same", "/other" })
		String get() {
			return "got";
		}

		@CrossOrigin(origins = SHOP, exposedHeaders = "X-Async")
		@GetMapping("/async")
		Callable<String> async() {
			return () -> "got";
		}

		@CrossOrigin(origins = SHOP, exposedHeaders = "X-Failing")
		@GetMapping("/failing")
		String failing() {
			throw new IllegalStateException("on purpose");
		}

		@CrossOrigin(origins = SHOP, exposedHeaders = "X-Large")
		@GetMapping("/large")
		String large() {
			return "x".repeat(100_000);
		}

		@CrossOrigin(origins = SHOP)
		@GetMapping({ "/late", "/short" })
		String late() {
			return "got";
		}

		@GetMapping("/enforced")
		ResponseEntity<String> exposing() {
			return ResponseEntity.ok().header("Access-Control-Expose-Headers", "X-Up").body("got");
		}

	}

	/**
	 * Writes a header when all is written, or nearly so, and denies all of a path, its
	 * error page, too.
	 */
	static class ServletLate {

		@Bean
		FilterRegistrationBean<Filter> denying() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
				if ("/denied".equals((failed != null) ? failed : ((HttpServletRequest) request).getRequestURI())) {
					((HttpServletResponse) response).sendError(401);
					return;
				}
				chain.doFilter(request, response);
			});
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			return registration;
		}

		@Bean
		Filter late() {
			return (request, response, chain) -> {
				String path = ((HttpServletRequest) request).getRequestURI();
				HttpServletResponse http = (HttpServletResponse) response;
				if (!path.equals("/late") && !path.equals("/short")) {
					chain.doFilter(request, response);
					return;
				}
				http.setHeader("Access-Control-Allow-Origin", SHOP);
				http.setHeader("Vary", "Origin");
				response.getWriter().print("got");
				http.setHeader("Access-Control-Expose-Headers", path.equals("/late") ? "X-Late" : "X-Short");
				if (path.equals("/late")) {
					response.getWriter().flush();
				}
			};
		}

	}

	/**
	 * Writes a header at commit, and denies all of a path.
	 */
	static class ReactiveLate {

		@Bean
		WebFilter late() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				if (path.equals("/denied")) {
					exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
					return exchange.getResponse().setComplete();
				}
				if (path.equals("/late") || path.equals("/short")) {
					exchange.getResponse().beforeCommit(() -> {
						exchange.getResponse()
							.getHeaders()
							.set("Access-Control-Expose-Headers", path.equals("/late") ? "X-Late" : "X-Short");
						return Mono.empty();
					});
				}
				return chain.filter(exchange);
			};
		}

	}

}
