package com.example.consumer;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebFluxTest
class WebFluxSliceTests {

	@Autowired
	private WebTestClient client;

	@Test
	void preflightWhenOriginIsListedShouldBeGranted() {
		this.client.options()
			.uri("/api/orders/1")
			.header("Origin", "https://shop.example.com")
			.header("Access-Control-Request-Method", "PUT")
			.exchange()
			.expectStatus()
			.isNoContent()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://shop.example.com");
	}

	@Test
	void getWhenOriginIsNotListedShouldBeRefused() {
		this.client.get()
			.uri("/api/orders")
			.header("Origin", "https://evil.example")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

}
