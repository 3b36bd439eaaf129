package io.github.corsstarter.integration;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
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

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A servlet that goes asynchronous without naming a response gets a guarded one, too.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "JETTY" })
class AsyncContextTests {

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors.policies:
				  api:
				    paths: /api/**
				    allowed-origins: https://shop.example.com
				    allow-credentials: true
				  any:
				    paths: /any/**
				    allowed-origins: "*"
				""", Servlets.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/completing", "/api/dispatching", "/api/dispatching-and-completing" })
	void startAsyncWithoutArgumentsShouldGuardTheResponse(String path) {
		Http.Response response = application.get(path).origin(SHOP).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("done");
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertThat(response.corsHeaders()).hasSize(2);
		assertThat(response.vary()).containsExactly("accept", "origin");
	}

	@Test
	void startAsyncWithoutArgumentsShouldKeepAnyOriginConstant() {
		Http.Response response = application.get("/any/completing").send();
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(response.corsHeaders()).hasSize(1);
	}

	@Test
	void startAsyncWhenUngovernedShouldBeLeftAlone() {
		Http.Response response = application.get("/free/completing").origin(SHOP).send();
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://else.example.com");
		assertThat(response.vary()).containsExactly("accept");
	}

	@Configuration(proxyBeanMethods = false)
	static class Servlets {

		@Bean
		ServletRegistrationBean<AsyncServlet> asyncServlet() {
			ServletRegistrationBean<AsyncServlet> registration = new ServletRegistrationBean<>(new AsyncServlet(),
					"/api/*", "/any/*", "/free/*");
			registration.setAsyncSupported(true);
			return registration;
		}

	}

	/**
	 * Writes CORS headers and {@code Vary} of its own through the asynchronous context.
	 */
	static final class AsyncServlet extends HttpServlet {

		private static final long serialVersionUID = 1;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) {
			boolean resumed = request.getDispatcherType() == DispatcherType.ASYNC;
			if (resumed && request.getPathInfo().equals("/dispatching")) {
				write(response);
				return;
			}
			AsyncContext context = request.startAsync();
			context.start(() -> {
				if (resumed || request.getPathInfo().equals("/completing")) {
					write((HttpServletResponse) context.getResponse());
					context.complete();
				}
				else {
					context.dispatch();
				}
			});
		}

		private static void write(HttpServletResponse response) {
			response.setHeader("Access-Control-Allow-Origin", "https://else.example.com");
			response.addHeader("Access-Control-Expose-Headers", "X-Theirs");
			response.setHeader("Vary", "Accept");
			try {
				response.getWriter().write("done");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
