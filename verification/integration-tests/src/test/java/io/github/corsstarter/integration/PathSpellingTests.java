package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No spelling of a path reaches a handler under another policy than the handler's own.
 * Every policy exposes a header of its name, and every handler answers with the name of
 * its policy: one request tells both.
 */
@ParameterizedClass
@EnumSource(PathSpellingSetup.class)
class PathSpellingTests {

	private static final int SPELLINGS = 2500;

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	@Parameter
	PathSpellingSetup setup;

	@BeforeParameterizedClassInvocation
	static void start(PathSpellingSetup setup) {
		List<Class<?>> sources = new ArrayList<>(List.of(Handlers.class, setup.source));
		if (setup.hasServlets()) {
			sources.add(NativeServlets.class);
		}
		application = Application.start(setup.stack, """
				%s
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				  policies:
				    public: { paths: "PREFIX/api/public/**", exposed-headers: X-Public }
				    private: { paths: "PREFIX/api/private/**", exposed-headers: X-Private }
				    api: { paths: "PREFIX/api/**", exposed-headers: X-Api }
				    item: { paths: "PREFIX/items/{id}", exposed-headers: X-Item }
				    special: { paths: "PREFIX/items/special", exposed-headers: X-Special }
				    plus: { paths: "PREFIX/a+b", exposed-headers: X-Plus }
				    cafe: { paths: "PREFIX/café/*", exposed-headers: X-Cafe }
				    one: { paths: "/native/one/**", exposed-headers: X-One }
				    two: { paths: "/native/two/**", exposed-headers: X-Two }
				""".formatted(setup.properties).replace("PREFIX", setup.servletPath), sources.toArray(Class<?>[]::new));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenSpelledAsDocumentedShouldReachEveryHandlerUnderItsPolicy() throws IOException {
		try (Connection connection = new Connection(application.port())) {
			for (String path : paths()) {
				Http.Response response = connection.send(application.get(path).origin(SHOP));
				assertThat(response.status()).as(path).isEqualTo(200);
				assertThat(violation(response)).as(path).isNull();
			}
		}
	}

	@Test
	void getWhenSpelledInAnyWayShouldReachNoHandlerUnderAnotherPolicy() throws IOException {
		PathSpellings spellings = new PathSpellings(this.setup.name().hashCode(), paths());
		List<String> violations = new ArrayList<>();
		int handled = 0;
		try (Connection connection = new Connection(application.port())) {
			for (int i = 0; i < SPELLINGS; i++) {
				String path = spellings.next();
				Http.Response response = connection.send(application.get(path).origin(SHOP));
				handled += response.body().contains("handler:") ? 1 : 0;
				String violation = violation(response);
				if (violation != null) {
					violations.add(path + " -> " + violation);
				}
			}
		}
		assertThat(violations).isEmpty();
		// Else nothing was tried.
		assertThat(handled).isGreaterThan(SPELLINGS / 20);
	}

	private static String violation(Http.Response response) {
		int start = response.body().indexOf("handler:");
		if (start < 0 || response.status() != 200) {
			return null;
		}
		String handler = response.body().substring(start + 8).strip();
		String exposed = response.header("Access-Control-Expose-Headers");
		String policy = (exposed != null) ? exposed.substring(2).toLowerCase(Locale.ROOT) : "free";
		return handler.equals(policy) ? null : "handler of " + handler + " under " + policy;
	}

	private List<String> paths() {
		List<String> paths = new ArrayList<>();
		for (String path : List.of("/api/public/x", "/api/private/x/y", "/api/other", "/items/7", "/items/special",
				"/a+b", "/caf%C3%A9/x", "/free/x")) {
			paths.add(this.setup.contextPath + this.setup.servletPath + path);
		}
		if (this.setup.hasServlets()) {
			paths.add(this.setup.contextPath + "/native/one/x");
			paths.add(this.setup.contextPath + "/native/two/x");
		}
		return paths;
	}

	@RestController
	static class Handlers {

		@GetMapping("/api/public/**")
		String publicApi() {
			return "handler:public";
		}

		@GetMapping("/api/private/**")
		String privateApi() {
			return "handler:private";
		}

		@GetMapping("/api/**")
		String api() {
			return "handler:api";
		}

		@GetMapping("/items/{id}")
		String item() {
			return "handler:item";
		}

		@GetMapping("/items/special")
		String special() {
			return "handler:special";
		}

		@GetMapping("/a+b")
		String plus() {
			return "handler:plus";
		}

		@GetMapping("/café/*")
		String cafe() {
			return "handler:cafe";
		}

		@GetMapping("/**")
		String free() {
			return "handler:free";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NativeServlets {

		@Bean
		ServletRegistrationBean<NativeServlet> one() {
			return new ServletRegistrationBean<>(new NativeServlet("one"), "/native/one/*");
		}

		@Bean
		ServletRegistrationBean<NativeServlet> two() {
			return new ServletRegistrationBean<>(new NativeServlet("two"), "/native/two/*");
		}

	}

	static final class NativeServlet extends HttpServlet {

		private static final long serialVersionUID = 1L;

		private final String policy;

		NativeServlet(String policy) {
			this.policy = policy;
		}

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			byte[] body = ("handler:" + this.policy).getBytes(java.nio.charset.StandardCharsets.UTF_8);
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}

	}

}
