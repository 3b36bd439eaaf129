package io.github.corsstarter.test;

import io.github.corsstarter.RefusalReason;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.springframework.http.HttpMethod.PUT;

@WebFluxTest
class WebFluxSliceTests {

	@Autowired
	private ApplicationContext context;

	@Test
	void assertThatCorsWhenContextIsSliceShouldUseItsPolicies() {
		assertThatCors(this.context).from("https://shop.example.com")
			.to(PUT, "/api/orders/1")
			.withHeaders("Authorization")
			.withCredentials()
			.isGranted();
		assertThatCors(this.context).from("https://evil.example")
			.to(PUT, "/api/orders/1")
			.isRefused(RefusalReason.ORIGIN_NOT_ALLOWED);
	}

	@Test
	void exchangeWhenContextIsSliceShouldPassFilter(@Autowired WebTestClient client) {
		client.options()
			.uri("/api/orders/1")
			.header("Origin", "https://shop.example.com")
			.header("Access-Control-Request-Method", "PUT")
			.exchange()
			.expectStatus()
			.isNoContent()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://shop.example.com");
	}

}
