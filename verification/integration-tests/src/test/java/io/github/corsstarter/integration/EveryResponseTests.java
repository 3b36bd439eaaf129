package io.github.corsstarter.integration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * CORS headers and {@code Vary} are there, once, whatever an application answers.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class EveryResponseTests {

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors.policies.shop:
				  paths: /**
				  allowed-origins: https://shop.example.com
				  exposed-headers: X-Total-Count
				  allow-credentials: true
				""", ResponsesController.class, ResponsesController.Advice.class,
				stack.isServlet() ? OnServlet.class : OnReactive.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/api/ok, 200
			/api/not-found, 404
			/nowhere, 404
			/api/json, 405
			/api/exception, 500
			/api/advised, 500
			/api/failing-advice, 500
			/api/redirect, 302
			/api/not-modified, 200
			/api/future, 200
			/api/failing-future, 500
			/api/callable, 200
			/api/mono, 200
			/api/events, 200
			/api/download, 200
			/api/varies, 200
			/api/failing-filter, 500
			/file.txt, 200
			""")
	void getWhenAnsweredInAnyWayShouldCarryHeadersOnce(String path, int status) {
		Http.Response response = application.get(path).origin(SHOP).send();
		assertThat(response.status()).isEqualTo(status);
		assertGranted(response);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/api/deferred, 200
			/api/deferred-timeout, 503
			/api/send-error, 418
			/api/reset, 200
			/api/streamed, 200
			""")
	void getWhenAnsweredInServletWaysShouldCarryHeadersOnce(String path, int status) {
		assumeTrue(this.stack.isServlet(), "servlet stack only");
		Http.Response response = application.get(path).origin(SHOP).send();
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.header("X-Gone")).isNull();
		assertGranted(response);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			application/json, '{"name":"tea"}', 200
			application/json, '{"name":" "}', 400
			application/json, '{', 400
			text/plain, tea, 415
			""")
	void postWhenBodyIsGoodOrBadShouldCarryHeadersOnce(String contentType, String body, int status) {
		Http.Response response = application.request("POST", "/api/json").origin(SHOP).body(contentType, body).send();
		assertThat(response.status()).isEqualTo(status);
		assertGranted(response);
	}

	@Test
	void headShouldCarryWhatGetCarries() {
		Http.Response response = application.request("HEAD", "/api/ok").origin(SHOP).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
		assertGranted(response);
	}

	@ParameterizedTest
	@CsvSource({ "/api/download", "/file.txt" })
	void getWhenRangeIsAskedForShouldCarryHeaders(String path) {
		Http.Response response = application.get(path).origin(SHOP).header("Range", "bytes=2-4").send();
		assertThat(response.status()).isEqualTo(206);
		assertGranted(response);
	}

	@Test
	void getWhenRangeIsImpossibleShouldCarryHeaders() {
		Http.Response response = application.get("/api/download").origin(SHOP).header("Range", "bytes=90-99").send();
		assertThat(response.status()).isEqualTo(416);
		assertGranted(response);
	}

	@Test
	void getWhenNotModifiedShouldCarryHeaders() {
		Http.Response response = application.get("/api/not-modified")
			.origin(SHOP)
			.header("If-None-Match", "\"one\"")
			.send();
		assertThat(response.status()).isEqualTo(304);
		assertGranted(response);
		assertThat(response.vary()).contains("accept-language");
	}

	@Test
	void getWhenHandlerSetsVaryShouldMerge() {
		Http.Response response = application.get("/api/varies").origin(SHOP).send();
		assertThat(response.vary()).containsExactly("accept-encoding", "origin");
	}

	@ParameterizedTest
	@CsvSource({ "/api/ok", "/nowhere", "/api/exception", "/api/failing-filter", "/api/varies", "/api/future" })
	void getWithoutOriginShouldVaryAndCarryNothingElse(String path) {
		Http.Response response = application.get(path).send();
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).containsOnlyOnce("origin");
	}

	private static void assertGranted(Http.Response response) {
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Total-Count");
		assertThat(response.corsHeaders()).hasSize(3);
		assertThat(response.vary()).containsOnlyOnce("origin");
	}

	@Configuration(proxyBeanMethods = false)
	@org.springframework.context.annotation.Import(ResponsesController.Servlet.class)
	static class OnServlet {

		@Bean
		FailingFilter failingFilter() {
			return new FailingFilter();
		}

	}

	static class FailingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws java.io.IOException, jakarta.servlet.ServletException {
			if (request.getRequestURI().endsWith("/failing-filter")) {
				throw new IllegalStateException("a filter's");
			}
			chain.doFilter(request, response);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive {

		@Bean
		WebFilter failingFilter() {
			return (exchange, chain) -> {
				if (exchange.getRequest().getPath().value().endsWith("/failing-filter")) {
					throw new IllegalStateException("a filter's");
				}
				return chain.filter(exchange);
			};
		}

	}

}
