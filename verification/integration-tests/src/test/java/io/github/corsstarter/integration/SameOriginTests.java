package io.github.corsstarter.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The application's own pages pass, behind proxies, too.
 */
@ParameterizedClass
@EnumSource(SameOriginTests.Setup.class)
class SameOriginTests {

	private static Application application;

	@Parameter
	Setup setup;

	@BeforeParameterizedClassInvocation
	static void start(Setup setup) {
		application = Application.start(setup.stack, """
				server.forward-headers-strategy: %s
				cors.policies.api:
				  paths: /api/**
				  allowed-origins: https://partner.example.com
				""".formatted(setup.strategy), Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "api.example.net, http://api.example.net", "api.example.net:80, http://api.example.net",
			"API.example.net, http://api.example.net", "api.example.net:8081, http://api.example.net:8081",
			"[::1]:8081, http://[::1]:8081", "[::1], http://[::1]", "127.0.0.1:8081, http://127.0.0.1:8081" })
	void postWhenOriginIsTheRequestsOwnShouldPass(String host, String origin) {
		assertPasses(application.request("POST", "/api/orders").host(host).origin(origin));
	}

	@ParameterizedTest
	@CsvSource({ "api.example.net, https://api.example.net", "api.example.net:8081, http://api.example.net",
			"api.example.net, http://api.example.net:8081", "api.example.net, http://example.net",
			"[::1]:8081, http://[::2]:8081" })
	void postWhenOriginDiffersShouldBeRefused(String host, String origin) {
		assertRefused(application.request("POST", "/api/orders").host(host).origin(origin));
	}

	@ParameterizedTest
	@CsvSource({ "my_app, http://my_app", "my_app:8081, http://my_app:8081", "app.1x, http://app.1x",
			"app.1x:80, http://app.1x", "a-:8081, http://a-:8081", "MY_app, http://my_app" })
	void postWhenUriReadsNoHostAndOriginIsTheRequestsOwnShouldPass(String host, String origin) {
		assumeFalse(this.setup.stack.isServlet(), "Tomcat answers some of these hosts with 400");
		assertPasses(application.request("POST", "/api/orders").host(host).origin(origin));
	}

	@ParameterizedTest
	@CsvSource({ "my_app, http://my_app:8081", "my_app:8081, http://my_app", "my_app:8081, http://app:8081",
			"app.1x, https://app.1x", "my_app:8081, http://my_app:80", "my_app, http://my_app.example.com" })
	void postWhenUriReadsNoHostAndOriginDiffersShouldBeRefused(String host, String origin) {
		assumeFalse(this.setup.stack.isServlet(), "Tomcat answers some of these hosts with 400");
		assertRefused(application.request("POST", "/api/orders").host(host).origin(origin));
	}

	@Test
	void postWhenBrowserSaysSameOriginShouldPassWhateverAProxyHides() {
		assertPasses(application.request("POST", "/api/orders")
			.host("upstream.internal:8080")
			.origin("https://shop.example.org")
			.header("Sec-Fetch-Site", "same-origin"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "same-site", "cross-site", "Same-Origin" })
	void postWhenBrowserSaysOtherwiseShouldBeRefused(String site) {
		assertRefused(application.request("POST", "/api/orders")
			.origin("http://api.example.net")
			.header("Sec-Fetch-Site", site));
	}

	@ParameterizedTest
	@CsvSource({ "https, shop.example.org, 443, https://shop.example.org",
			"https, shop.example.org, 8443, https://shop.example.org:8443",
			"http, shop.example.org, 80, http://shop.example.org" })
	void postWhenForwardedShouldCompareWithWhatTheProxySays(String scheme, String host, String port, String origin) {
		Http.Request request = application.request("POST", "/api/orders")
			.host("upstream.internal:8080")
			.origin(origin)
			.header("X-Forwarded-For", "192.0.2.7")
			.header("X-Forwarded-Proto", scheme)
			.header("X-Forwarded-Host", host)
			.header("X-Forwarded-Port", port);
		if (this.setup.strategy.equals("none")) {
			assertRefused(request);
		}
		else {
			assertPasses(request);
		}
	}

	@Test
	void postWhenPrefixIsForwardedShouldStillBeGoverned() {
		Http.Response response = application.request("POST", "/api/orders")
			.origin("https://partner.example.com")
			.header("X-Forwarded-Prefix", "/shop")
			.send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://partner.example.com");
		assertRefused(application.request("POST", "/api/orders")
			.origin("https://evil.example.com")
			.header("X-Forwarded-Prefix", "/shop"));
	}

	private static void assertPasses(Http.Request request) {
		Http.Response response = request.send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("ordered");
		assertThat(response.corsHeaders()).isEmpty();
	}

	private static void assertRefused(Http.Request request) {
		Http.Response response = request.send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("ordered");
	}

	/**
	 * A server and how it takes what a proxy says.
	 */
	enum Setup {

		TOMCAT(Stack.TOMCAT, "none"), TOMCAT_NATIVE(Stack.TOMCAT, "native"),
		TOMCAT_FRAMEWORK(Stack.TOMCAT, "framework"), JETTY_NATIVE(Stack.JETTY, "native"), NETTY(Stack.NETTY, "none"),
		NETTY_NATIVE(Stack.NETTY, "native"), NETTY_FRAMEWORK(Stack.NETTY, "framework");

		private final Stack stack;

		private final String strategy;

		Setup(Stack stack, String strategy) {
			this.stack = stack;
			this.strategy = strategy;
		}

	}

	@RestController
	static class Handlers {

		@PostMapping("/api/orders")
		String order() {
			return "ordered";
		}

	}

}
