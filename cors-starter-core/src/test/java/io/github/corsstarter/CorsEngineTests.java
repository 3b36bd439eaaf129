package io.github.corsstarter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEngine}.
 */
class CorsEngineTests {

	@Test
	void compileWhenPolicyIsPlainShouldFindNothing() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop")
			.paths("/api/**")
			.allowedOrigins("https://shop.example.com")
			.build();
		assertThat(CorsPolicySet.compile(java.util.List.of(spec), CorsSettings.DEFAULTS).findings()).isEmpty();
	}

}
