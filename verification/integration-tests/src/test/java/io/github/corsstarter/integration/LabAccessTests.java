package io.github.corsstarter.integration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom the lab answers, whatever a server or a filter makes of forwarded headers.
 */
@ParameterizedClass
@MethodSource("stacksAndStrategies")
class LabAccessTests {

	private static Application application;

	@Parameter(0)
	Stack stack;

	@Parameter(1)
	String strategy;

	static Stream<Arguments> stacksAndStrategies() {
		return Arrays.stream(Stack.values())
			.flatMap((stack) -> Stream.of("none", "native", "framework")
				.map((strategy) -> Arguments.of(stack, strategy)));
	}

	@BeforeParameterizedClassInvocation
	static void start(Stack stack, String strategy) {
		application = Application.start(stack, """
				cors.lab.enabled: true
				server.forward-headers-strategy: %s
				cors.policies.api:
				  paths: /**
				  allowed-origins: https://shop.example.com
				""".formatted(strategy));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:8080", "LocalHost:1", "127.0.0.1:8080", "127.9.8.7", "[::1]:8080",
			"shop.localhost:8080", "a.b.localhost" })
	void getWhenHostIsThisMachineShouldServeThePage(String host) {
		for (String path : List.of("/cors-lab", "/cors-lab/")) {
			Http.Response response = get(path).host(host).send();
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
			assertThat(response.body()).startsWith("<!DOCTYPE html>").contains("data-lab=\"/cors-lab\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "localhost.example.com", "notlocalhost", "127.0.0.1.example.com",
			"192.168.0.1:8080", "128.0.0.1", "[::2]", "localhost." })
	void getWhenHostIsAnotherShouldBeAsWithoutTheLab(String host) {
		assertAbsent(get("/cors-lab").host(host));
	}

	@ParameterizedTest
	@CsvSource({ "X-Forwarded-For,127.0.0.1", "X-Forwarded-For,203.0.113.7", "x-forwarded-host,localhost",
			"X-FORWARDED-PROTO,http", "X-Forwarded-Port,8080", "X-Forwarded-Prefix,/x", "Forwarded,for=127.0.0.1",
			"Via,1.1 proxy" })
	void getWhenAProxyForwardedItShouldBeAsWithoutTheLab(String name, String value) {
		assertAbsent(get("/cors-lab").header(name, value));
		assertAbsent(get("/cors-lab/frame.html").header(name, value));
	}

	@Test
	void getWhenFileIsServedShouldComeWithStrictPolicy() {
		Http.Response page = get("/cors-lab").send();
		assertThat(page.header("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
					"require-trusted-types-for 'script'", "trusted-types 'none'")
			.doesNotContain("unsafe", "https:");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void headWhenFileIsServedShouldHaveNoBody() {
		Http.Response head = application.request("HEAD", "/cors-lab").host("localhost").send();
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.header("Content-Length")).isEqualTo(get("/cors-lab").send().header("Content-Length"));
		assertThat(head.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/cors-lab/missing.js", "/cors-labs", "/cors-lab/../cors-lab", "/cors-lab/%69ndex.html",
			"/%63ors-lab", "/cors-lab;x=1", "/cors-lab//index.html", "/cors-lab/index.html/", "/x/../cors-lab",
			"/cors-lab/..%2f..%2fapplication.yml", "/META-INF/cors-lab/index.html" })
	void getWhenPathIsNoFileOfTheLabShouldBeAsWithoutTheLab(String path) {
		assertThat(get(path).send().body()).doesNotContain("data-lab");
	}

	@Test
	void requestWhenItIsNoReadingShouldGoOn() {
		Http.Response post = application.request("POST", "/cors-lab").host("localhost").send();
		assertThat(post.status()).isIn(404, 405);
		Http.Response preflight = application.preflight("GET", "/cors-lab", "https://shop.example.com").send();
		assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example.com");
	}

	private static void assertAbsent(Http.Request request) {
		Http.Response response = request.send();
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.body()).doesNotContain("data-lab");
		assertThat(response.header("Content-Security-Policy")).isNull();
	}

	private static Http.Request get(String path) {
		return application.get(path).host("localhost");
	}

}
