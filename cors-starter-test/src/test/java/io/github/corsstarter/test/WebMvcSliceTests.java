package io.github.corsstarter.test;

import io.github.corsstarter.RefusalReason;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

@WebMvcTest
class WebMvcSliceTests {

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
	void performWhenMockMvcIsBuiltByHandShouldSeePolicies(@Autowired WebApplicationContext context) {
		assertThat(MockMvcTester
			.create(MockMvcBuilders.webAppContextSetup(context).apply(CorsMockMvc.policies(context)).build())
			.options()
			.uri("/api/orders/1")
			.headers(CorsPreflight.of("https://shop.example.com"))).hasStatus(204)
			.hasHeader("Access-Control-Allow-Origin", "https://shop.example.com");
		assertThat(MockMvcTester
			.create(MockMvcBuilders.standaloneSetup(new Object()).apply(CorsMockMvc.policies(context)).build())
			.options()
			.uri("/api/orders/1")
			.headers(CorsPreflight.of("https://evil.example"))).hasStatus(403)
			.doesNotContainHeader("Access-Control-Allow-Origin");
	}

	@Test
	void performWhenContextIsSliceShouldPassFilter(@Autowired MockMvcTester mvc) {
		assertThat(mvc.options()
			.uri("/api/orders/1")
			.header("Origin", "https://shop.example.com")
			.header("Access-Control-Request-Method", "PUT")).hasStatus(204)
			.hasHeader("Access-Control-Allow-Origin", "https://shop.example.com");
	}

}
