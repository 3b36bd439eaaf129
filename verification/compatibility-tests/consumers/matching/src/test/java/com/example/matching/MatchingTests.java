package com.example.matching;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The rows of the table "How paths are mapped" in docs/coexistence.md, on Spring MVC.
 */
class MatchingTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@MethodSource("followed")
	void requestWhenOptionIsSetShouldBeGovernedByTheHandlersPolicy(Followed option) throws Exception {
		try (ConfigurableApplicationContext application = SecretApplication.start(option.secret(), option,
				option.properties())) {
			for (String path : option.spellings()) {
				String type = option.contentType();
				assertThat(SecretApplication.get(application, path, "Content-Type", type).body()).as(path)
					.isEqualTo("handled");
				assertThat(SecretApplication.get(application, path, "Content-Type", type, "Origin", SHOP).statusCode())
					.as(path)
					.isEqualTo(403);
			}
			assertThat(SecretApplication.get(application, option.spellings().get(0) + "/other", "Origin", SHOP)
				.headers()
				.firstValue("Access-Control-Allow-Origin")).contains(SHOP);
		}
	}

	@ParameterizedTest
	@MethodSource("unsupported")
	void startWhenOptionLetsThroughMoreThanPoliciesNameShouldFail(Unsupported option) {
		assertThatThrownBy(() -> SecretApplication.start("/api/admin/secret", option, List.of()).close())
			.hasStackTraceContaining("unsupported-path-matching");
	}

	static Stream<Followed> followed() {
		return Stream.of(Followed.values()).filter(Followed::exists);
	}

	static Stream<Unsupported> unsupported() {
		return Stream.of(Unsupported.values()).filter(Unsupported::exists);
	}

}
