package io.github.corsstarter.integration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab in a browser, wherever an application, its endpoint and its security are.
 */
class LabBrowserTests extends InBrowser {

	private static final String SETTLED = "#matrix-summary:is([data-state=agrees], [data-state=differs])";

	// Reactor Netty leaves a request unanswered now and then that comes right behind a
	// 404 on a kept connection.
	private static final String LAB = """
			server.netty.max-keep-alive-requests: 1
			cors.lab.enabled: true
			management.endpoints.web.exposure.include: cors
			cors.policies.orders:
			  paths: /api/**
			  allowed-origins: ["https://shop.example.com", "http://shop.localhost:*"]
			  allowed-methods: [GET, POST]
			""";

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenBelowContextPathAndServletPathShouldSendForReal(Stack stack) {
		try (Application application = Application.start(stack, LAB + """
				server.servlet.context-path: /shop
				spring.mvc.servlet.path: /web
				spring.webflux.base-path: /shop
				cors.lab.path: /look/here
				cors.policies.below:
				  paths: /web/api/**
				  allowed-origins: http://shop.localhost:*
				""", Orders.class)) {
			browser.open(address(application.port(), "/shop/look/here"));
			String prefix = stack.isServlet() ? "/web/api" : "/api";
			assertThat(matrix()).contains(prefix + "/orders");
			assertThat(send()).isPositive();
			if (stack.isServlet()) {
				// No servlet is at the other policy's path: Tomcat answers by itself.
				assertThat(
						browser.find(".cell[data-agrees='not compared']:not([data-state=reads], [data-state=blocks])")
							.getText())
					.contains("never arrived");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenManagementHasItsOwnPortShouldGoThere(Stack stack) {
		try (Application application = Application.start(stack, LAB + """
				server.servlet.context-path: /shop
				spring.webflux.base-path: /shop
				management.server:
				  port: 0
				  address: 127.0.0.1
				  base-path: /ops
				management.endpoints.web.base-path: /watch
				""", Orders.class)) {
			browser.open(address(application.port(), "/shop/cors-lab#try"));
			browser.find("#view-try:not([hidden])");
			assertThat(browser.driver().getCurrentUrl())
				.isEqualTo(address(application.managementPort(), "/ops/cors-lab#try"));
			browser.script("location.hash = 'matrix'");
			assertThat(matrix()).contains("/api/orders");
			assertThat(send()).isPositive();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenSecurityIsLeftToItsDefaultsShouldAskForASignIn(Stack stack) {
		try (Application application = Application.start(stack, Stack.without(Application.GATEWAY), LAB + """
				spring.security.user: {name: ada, password: lovelace}
				""", Orders.class)) {
			browser.open(address(application.port(), "/cors-lab"));
			assertThat(browser.untilText("#notices", (text) -> text.contains("Sign in"))).contains("/actuator/cors");
			assertThat(browser.all("#matrix-groups .cell")).isEmpty();
			String lab = browser.driver().getWindowHandle();
			browser.find("#notices a[target=_blank]").click();
			browser.driver()
				.switchTo()
				.window(browser.driver()
					.getWindowHandles()
					.stream()
					.filter((each) -> !each.equals(lab))
					.findFirst()
					.orElseThrow());
			browser.find("[name=username]").sendKeys("ada");
			browser.find("[name=password]").sendKeys("lovelace");
			browser.find("[type=submit]").click();
			browser.untilText("body", (text) -> text.contains("recentRefusals"));
			browser.driver().close();
			browser.driver().switchTo().window(lab);
			// As somebody who comes back to the tab.
			browser.script("dispatchEvent(new Event('focus'))");
			assertThat(matrix()).contains("/api/orders");
			assertThat(browser.all("#notices > *")).isEmpty();
			send();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void labWhenSecurityIsHttpBasicShouldReadWhatTheReaderMay(Stack stack) {
		try (Application application = Application.start(stack, Stack.without(Application.GATEWAY), LAB + """
				spring.security.user: {name: ada, password: lovelace}
				""", Orders.class, stack.isServlet() ? ServletBasic.class : ReactiveBasic.class)) {
			for (String kept : List.of("/cors-lab/missing.js", "/actuator/cors?lab=application", "/api/orders")) {
				assertThat(application.get(kept).host("localhost").send().status()).as(kept).isEqualTo(401);
			}
			browser.open(address(application.port(), "/cors-lab"));
			browser.untilText("#notices", (text) -> text.contains("Sign in"));
			browser.open("http://ada:lovelace@localhost:" + application.port() + "/actuator/cors");
			browser.untilText("body", (text) -> text.contains("recentRefusals"));
			browser.open(address(application.port(), "/cors-lab"));
			assertThat(matrix()).contains("/api/orders");
			send();
		}
	}

	@Test
	void labWhenEndpointIsNotExposedShouldSayHowToExposeIt() {
		String yaml = LAB.replace("exposure.include: cors", "exposure.include: health");
		try (Application application = Application.start(Stack.TOMCAT, yaml, Orders.class)) {
			browser.open(address(application.port(), "/cors-lab"));
			assertThat(browser.untilText("#notices", (text) -> !text.isBlank())).contains("no /actuator/cors",
					"spring-boot-starter-actuator", "include: [cors]");
			assertThat(browser.violations()).isEmpty();
		}
	}

	@Test
	void labWhenOpenedByAnAddressShouldLeadToLocalhost() {
		try (Application application = Application.start(Stack.TOMCAT, LAB, Orders.class)) {
			browser.open("http://127.0.0.1:" + application.port() + "/cors-lab");
			browser.find("#notices a").click();
			assertThat(matrix()).contains("/api/orders");
		}
	}

	private static String address(int port, String path) {
		return "http://localhost:" + port + path;
	}

	private static String matrix() {
		browser.find(SETTLED);
		return browser.find("#matrix-groups").getText();
	}

	/**
	 * Sends what the matrix shows, and returns how many requests that were.
	 */
	private static long send() {
		browser.find("#matrix-run").click();
		browser.untilTrue("document.getElementById('matrix-summary').dataset.sent > 0");
		assertThat(browser.all(".cell:is([data-agrees=disagrees], [data-state=failed])")).isEmpty();
		return count("document.querySelectorAll('.cell[data-agrees=agrees]').length");
	}

	private static long count(String expression) {
		return Long.parseLong(String.valueOf(browser.script("return " + expression)));
	}

	@RestController
	static class Orders {

		@GetMapping("/api/orders")
		String list() {
			return "orders";
		}

		@PostMapping("/api/orders")
		String create() {
			return "created";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletBasic {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveBasic {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}
