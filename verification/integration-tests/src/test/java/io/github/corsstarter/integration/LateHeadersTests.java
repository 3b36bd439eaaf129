package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a servlet can do to a response beside setting headers: it resets it, commits it,
 * includes others, sends responses before it and fields behind it.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "JETTY" })
class LateHeadersTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OTHER = "https://other.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    api: { paths: ["/api/**"] }
				    forward: { paths: ["/forward/**"], on-refusal: forward }
				""", Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "number", "date", "reset", "buffer", "committed", "include", "timeout", "trailers" })
	void responseWhenHandlerWritesInOddWaysShouldBeThePolicys(String way) {
		Http.Response granted = application.get("/api/" + way).origin(SHOP).send();
		assertThat(granted.body()).contains("handled");
		assertThat(granted.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(granted.corsHeaders()).hasSize(1);
		assertThat(granted.vary()).contains("origin");
		Http.Response forwarded = application.get("/forward/" + way).origin(OTHER).send();
		assertThat(forwarded.body()).contains("handled");
		assertThat(forwarded.corsHeaders()).isEmpty();
		assertThat(forwarded.vary()).contains("origin");
	}

	@Test
	void trailersShouldCarryNoneOfThePolicysHeaders() {
		for (Http.Request request : new Http.Request[] { application.get("/api/trailers").origin(SHOP),
				application.get("/forward/trailers").origin(OTHER) }) {
			// They stand behind the last chunk.
			assertThat(request.header("TE", "trailers").send().body()).contains("X-Checksum: 1")
				.doesNotContainIgnoringCase("Access-Control");
		}
	}

	@Test
	void earlyHintsShouldCarryThePolicysHeaders() {
		Http.Response hints = application.get("/forward/hints").origin(OTHER).send();
		assertThat(hints.status()).isEqualTo(103);
		assertThat(hints.corsHeaders()).isEmpty();
		assertThat(hints.body()).contains("handled").doesNotContain("Access-Control");
		hints = application.get("/api/hints").origin(SHOP).send();
		assertThat(hints.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(hints.body()).contains("Access-Control-Allow-Origin: " + SHOP);
	}

	@Controller
	static class Handlers {

		@RequestMapping("/{area}/{way}")
		void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
			Object included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
			String uri = (included != null) ? included.toString() : request.getRequestURI();
			response.setHeader("Access-Control-Allow-Origin", "*");
			switch (uri.substring(uri.lastIndexOf('/') + 1)) {
				case "number" -> response.setIntHeader("Vary", 1);
				case "date" -> response.setDateHeader("vary", 1);
				case "reset" -> reset(response);
				case "buffer" -> response.resetBuffer();
				case "committed" -> commit(response);
				case "include" -> request.getRequestDispatcher("/api/number").include(request, response);
				case "trailers" ->
					response.setTrailerFields(() -> Map.of("X-Checksum", "1", "access-control-allow-origin", "*"));
				case "hints" -> response.sendError(103);
				case "timeout" -> {
					await(request.startAsync());
					return;
				}
				default -> throw new IllegalArgumentException(uri);
			}
			response.getWriter().write("handled");
		}

		private static void reset(HttpServletResponse response) throws IOException {
			response.getWriter().write("before");
			response.reset();
			response.setHeader("Access-Control-Allow-Origin", "*");
			response.setHeader("Vary", "Accept");
		}

		private static void commit(HttpServletResponse response) throws IOException {
			response.flushBuffer();
			response.setHeader("Access-Control-Allow-Origin", "*");
			response.setHeader("Vary", "Accept");
			response.addHeader("Vary", "Accept");
		}

		private static void await(AsyncContext context) {
			context.setTimeout(1);
			context.addListener(new AsyncListener() {

				@Override
				public void onTimeout(AsyncEvent event) throws IOException {
					HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
					response.setHeader("Access-Control-Allow-Origin", "*");
					response.setHeader("Vary", "Accept");
					response.getWriter().write("handled");
					event.getAsyncContext().complete();
				}

				@Override
				public void onComplete(AsyncEvent event) {
					// Nothing to do.
				}

				@Override
				public void onError(AsyncEvent event) {
					// Nothing to do.
				}

				@Override
				public void onStartAsync(AsyncEvent event) {
					// Nothing to do.
				}

			});
		}

	}

}
