package com.example.matching;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of the table "How paths are mapped" in docs/coexistence.md, on Spring WebFlux
 * and Spring Cloud Gateway.
 */
class MatchingTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@MethodSource("followed")
	void requestWhenOptionIsSetShouldBeGovernedByTheHandlersPolicy(Followed option) throws Exception {
		try (ConfigurableApplicationContext application = SecretApplication.start(option.secret(), option,
				option.properties())) {
			for (String path : option.spellings()) {
				assertThat(SecretApplication.get(application, path).body()).as(path).isEqualTo("handled");
				assertThat(SecretApplication.get(application, path, "Origin", SHOP).statusCode()).as(path).isEqualTo(403);
			}
			assertThat(SecretApplication.get(application, option.spellings().get(0) + "/other", "Origin", SHOP)
				.headers()
				.firstValue("Access-Control-Allow-Origin")).contains(SHOP);
		}
	}

	static Stream<Followed> followed() {
		return Stream.of(Followed.values()).filter(Followed::exists);
	}

}
