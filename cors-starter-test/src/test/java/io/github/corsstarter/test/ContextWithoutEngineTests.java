package io.github.corsstarter.test;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.springframework.http.HttpMethod.GET;

class ContextWithoutEngineTests {

	@Test
	void assertThatCorsWhenContextHasNoEngineShouldReadItsEnvironment() {
		new ApplicationContextRunner()
			.withPropertyValues("cors.policies.api.paths=/api/**",
					"cors.policies.api.allowed-origins=https://shop.example.com")
			.run((context) -> assertThatCors(context.getSourceApplicationContext()).from("https://shop.example.com")
				.to(GET, "/api/orders")
				.isGranted());
	}

}
