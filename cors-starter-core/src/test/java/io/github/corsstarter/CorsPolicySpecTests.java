package io.github.corsstarter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicySpec}.
 */
class CorsPolicySpecTests {

	private final CorsPolicySpec defaults = CorsPolicySpec.named("defaults")
		.paths("/default")
		.allowedOrigins("https://default.example.com")
		.allowedMethods("PUT")
		.allowedHeaders("X-Default")
		.exposedHeaders("X-Out")
		.allowCredentials(true)
		.maxAge(Duration.ofSeconds(1))
		.onRefusal(OnRefusal.FORWARD)
		.mode(PolicyMode.DENY)
		.allowInsecureOrigins(true)
		.allowPublicSuffixSubdomains(true)
		.build();

	@Test
	void withDefaultsWhenNothingIsWrittenShouldTakeAllButNamePathsAndMode() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop").build().withDefaults(this.defaults);
		assertThat(spec).isEqualTo(new CorsPolicySpec("shop", null, List.of("https://default.example.com"),
				List.of("PUT"), List.of("X-Default"), List.of("X-Out"), true, Duration.ofSeconds(1), OnRefusal.FORWARD,
				null, true, true));
	}

	@Test
	void withDefaultsWhenEverythingIsWrittenShouldKeepIt() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop")
			.paths("/shop")
			.allowedOrigins()
			.allowedMethods()
			.allowedHeaders()
			.exposedHeaders()
			.allowCredentials(false)
			.maxAge(Duration.ZERO)
			.onRefusal(OnRefusal.BLOCK)
			.mode(PolicyMode.ENFORCE)
			.allowInsecureOrigins(false)
			.allowPublicSuffixSubdomains(false)
			.build();
		assertThat(spec.withDefaults(this.defaults)).isEqualTo(spec);
	}

	@Test
	void createWhenListChangesLaterShouldKeepItsCopy() {
		List<String> paths = new ArrayList<>(List.of("/a"));
		CorsPolicySpec spec = new CorsPolicySpec("a", paths, null, null, null, null, null, null, null, null, null,
				null);
		paths.add("/b");
		assertThat(spec.paths()).containsExactly("/a");
	}

	@Test
	void resolvedWhenCompiledShouldHaveEveryDefaultFilledIn() {
		CorsPolicy policy = CorsPolicySet.compile(List.of(CorsPolicySpec.named("shop")
			.paths("/a", "/b")
			.allowedOrigins("https://shop.example.com")
			.allowedHeaders("X-A", "x-a")
			.exposedHeaders("X-A", "x-a")
			.build()), CorsSettings.DEFAULTS).policies().get(0);
		assertThat(policy.resolved()).isEqualTo(new ResolvedPolicy("shop", PolicyMode.ENFORCE, List.of("/a", "/b"),
				List.of("https://shop.example.com"), List.of("GET", "HEAD", "POST"), List.of("x-a"), List.of("X-A"),
				false, Duration.ofMinutes(30), OnRefusal.BLOCK));
		assertThat(policy.mode()).isEqualTo(PolicyMode.ENFORCE);
		assertThat(policy).hasToString("shop");
	}

}
