package io.github.corsstarter.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;
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
		.accept("any-header")
		.build();

	@Test
	void orWhenNothingIsWrittenShouldTakeAllButTheName() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop").build().or(this.defaults);
		assertThat(spec.name()).isEqualTo("shop");
		assertThat(spec.paths()).containsExactly("/default");
		assertThat(spec.allowedOrigins()).containsExactly("https://default.example.com");
		assertThat(spec.allowedMethods()).containsExactly("PUT");
		assertThat(spec.allowedHeaders()).containsExactly("X-Default");
		assertThat(spec.exposedHeaders()).containsExactly("X-Out");
		assertThat(spec.allowCredentials()).isTrue();
		assertThat(spec.maxAge()).isEqualTo(Duration.ofSeconds(1));
		assertThat(spec.onRefusal()).isEqualTo(OnRefusal.FORWARD);
		assertThat(spec.mode()).isEqualTo(PolicyMode.DENY);
		assertThat(spec.allowInsecureOrigins()).isTrue();
		assertThat(spec.allowPublicSuffixSubdomains()).isTrue();
		assertThat(spec.accept()).containsExactly("any-header");
	}

	@Test
	void equalsWhenNameOrValueDiffersShouldTellThemApart() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop").paths("/a").build();
		assertThat(spec).isEqualTo(CorsPolicySpec.named("shop").paths("/a").build())
			.hasSameHashCodeAs(CorsPolicySpec.named("shop").paths("/a").build())
			.hasToString("shop {paths=[/a]}")
			.isNotEqualTo(CorsPolicySpec.named("other").paths("/a").build())
			.isNotEqualTo(CorsPolicySpec.named("shop").paths("/b").build())
			.isNotEqualTo("shop");
	}

	@Test
	void orWhenEverythingIsWrittenShouldKeepIt() {
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
			.accept()
			.build();
		assertThat(spec.or(this.defaults)).isEqualTo(spec);
	}

	@Test
	void createWhenListChangesLaterShouldKeepItsCopy() {
		List<String> paths = new ArrayList<>(List.of("/a"));
		CorsPolicySpec spec = CorsPolicySpec.named("a").paths(paths).build();
		paths.add("/b");
		assertThat(spec.paths()).containsExactly("/a");
	}

	@Test
	void builderWhenGivenCollectionsShouldWriteTheSameAsWithArrays() {
		List<String> list = List.of("a", "b");
		assertThat(CorsPolicySpec.named("shop")
			.paths(list)
			.allowedOrigins(list)
			.allowedMethods(list)
			.allowedHeaders(list)
			.exposedHeaders(list)
			.accept(list)
			.build())
			.isEqualTo(CorsPolicySpec.named("shop")
				.paths("a", "b")
				.allowedOrigins("a", "b")
				.allowedMethods("a", "b")
				.allowedHeaders("a", "b")
				.exposedHeaders("a", "b")
				.accept("a", "b")
				.build());
	}

	@Test
	void builderWhenGivenNullShouldWriteNothing() {
		@Nullable List<String> none = null;
		assertThat(CorsPolicySpec.named("shop")
			.paths(none)
			.allowedOrigins(none)
			.allowedMethods(none)
			.allowedHeaders(none)
			.exposedHeaders(none)
			.allowCredentials(null)
			.maxAge(null)
			.onRefusal(null)
			.mode(null)
			.allowInsecureOrigins(null)
			.allowPublicSuffixSubdomains(null)
			.accept(none)
			.build()).isEqualTo(CorsPolicySpec.named("shop").build());
	}

	/**
	 * One empty column of one row must not bring down the policies of all others.
	 */
	@Test
	void builderWhenEntryIsNullShouldWriteAnEmptyOneThatIsRefused() {
		@Nullable String[] none = { null };
		CorsPolicySpec spec = CorsPolicySpec.named(none[0])
			.paths(none)
			.allowedOrigins(none)
			.allowedMethods(none)
			.allowedHeaders(none)
			.exposedHeaders(none)
			.accept(none)
			.build();
		assertThat(spec).isEqualTo(CorsPolicySpec.named("")
			.paths("")
			.allowedOrigins("")
			.allowedMethods("")
			.allowedHeaders("")
			.exposedHeaders("")
			.accept("")
			.build());
		assertThat(CorsPolicySet.compile(List.of(spec), CorsSettings.DEFAULTS).findings()).extracting(Finding::rule)
			.containsExactlyInAnyOrder(Rule.INVALID_POLICY_NAME, Rule.INVALID_PATH, Rule.UNQUOTED_NULL,
					Rule.INVALID_METHOD, Rule.INVALID_HEADER_NAME, Rule.INVALID_HEADER_NAME, Rule.INVALID_VALUE);
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
				false, Duration.ofMinutes(30), OnRefusal.BLOCK, false, false));
		assertThat(policy.mode()).isEqualTo(PolicyMode.ENFORCE);
		assertThat(policy).hasToString("shop");
	}

}
