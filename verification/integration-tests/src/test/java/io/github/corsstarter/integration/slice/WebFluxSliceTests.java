package io.github.corsstarter.integration.slice;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A {@code @WebFluxTest} of a user's application has the filter.
 */
@WebFluxTest(properties = { "spring.main.web-application-type=reactive", "cors.policies.api.paths=/api/**",
		"cors.policies.api.allowed-origins=https://shop.example.com" })
class WebFluxSliceTests {

	@Autowired
	private WebTestClient client;

	@Test
	void preflightShouldBeAnswered() {
		this.client.options()
			.uri("/api/orders")
			.header("Origin", "https://shop.example.com")
			.header("Access-Control-Request-Method", "POST")
			.exchange()
			.expectStatus()
			.isNoContent()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://shop.example.com");
	}

	@Test
	void getWhenOriginIsNotAllowedShouldBeRefused() {
		this.client.get()
			.uri("/api/orders")
			.header("Origin", "https://evil.example.com")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

}
