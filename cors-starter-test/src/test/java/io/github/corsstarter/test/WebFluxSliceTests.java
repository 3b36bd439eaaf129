package io.github.corsstarter.test;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.autoconfigure.reactive.CorsPolicyWebFilter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThat;
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
	void exchangeWhenClientIsBuiltByHandShouldSeePolicies() {
		WebTestClient client = WebTestClient.bindToController(new Object())
			.apply(CorsWebTestClient.policies(this.context))
			.build();
		preflight(client, "https://shop.example.com").isNoContent()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://shop.example.com");
		preflight(client, "https://evil.example").isForbidden()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

	@Test
	void exchangeWhenClientHasTheFilterAlreadyShouldNotDecideTwice() {
		AtomicInteger filters = new AtomicInteger();
		WebTestClient client = WebTestClient.bindToApplicationContext(this.context)
			.apply(CorsWebTestClient.policies(this.context))
			.apply(new MockServerConfigurer() {

				@Override
				public void beforeServerCreated(WebHttpHandlerBuilder builder) {
					builder.filters((all) -> filters
						.set((int) all.stream().filter(CorsPolicyWebFilter.class::isInstance).count()));
				}

			})
			.build();
		preflight(client, "https://shop.example.com").isNoContent();
		assertThat(filters).hasValue(1);
	}

	private static StatusAssertions preflight(WebTestClient client, String origin) {
		return client.options()
			.uri("/api/orders/1")
			.headers((headers) -> headers.addAll(CorsPreflight.of(origin)))
			.exchange()
			.expectStatus();
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
