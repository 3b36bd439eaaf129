package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsReader;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Severity;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsSuggester}: what a start would refuse, what has no words, what has
 * no effect.
 */
class CorsSuggesterTests {

	@Test
	void suggestWhenAnyOriginHasCredentialsShouldKeepTheRefusedLineAsAComment() {
		assertThat(suggest("", AnyOrigin.class).yaml())
			.contains("# allow-credentials: true   allowed-origins[0]: \"*\" together with allow-credentials")
			.contains("[any-origin-with-credentials]")
			.contains("      allowed-origins: [\"*\"]\n")
			.contains("      allow-credentials: false\n");
	}

	@Test
	void suggestWhenSomeEntriesWouldBeRefusedShouldTakeOutThese() {
		Suggestion suggestion = suggest("", SomeRefused.class);
		assertThat(suggestion.yaml()).contains("# allowed-origins[1]: \"https://*.github.io\" takes in everyone")
			.contains("# allowed-origins[2]: \"https://*example.com\"")
			.contains("# allowed-headers[1]: \"Access-Control-Allow-Origin\"")
			.contains("      allowed-origins: [\"https://shop.example.com\"]\n")
			.contains("      allowed-methods: [GET, PATCH]\n")
			.contains("      allowed-headers: [Content-Type]\n")
			.contains("      allow-credentials: true\n")
			.contains("      exposed-headers: [errors, content-type]\n")
			.contains("      max-age: 24h\n");
	}

	@Test
	void suggestWhenNothingIsAllowedShouldDeny() {
		assertThat(suggest("", NoOrigin.class).yaml()).contains("      mode: deny\n").contains("[no-origins]");
	}

	@Test
	void suggestWhenPathHasNoWordsShouldNameIt() {
		Suggestion suggestion = suggest("", OddPath.class);
		assertThat(suggestion.yaml()).isEmpty();
		assertThat(suggestion.notSaid()).containsExactly(new Suggestion.NotSaid("addCorsMappings of bean mappings",
				"paths of policies have no words for /{area:[a-z]+}/**"));
	}

	@Test
	void suggestWhenEarlierMappingAnswersShouldSayWhatHasNoEffect() {
		Suggestion suggestion = suggest("", Shadowed.class);
		assertThat(suggestion.from()).extracting(Suggestion.From::policy).containsExactly("api");
		assertThat(suggestion.notSaid()).extracting(Suggestion.NotSaid::why)
			.containsExactly("has no effect on /api/orders: addCorsMappings of bean mappings answers before");
	}

	@Test
	void suggestWhenMappingTakesInTheActuatorShouldDenyItThere() {
		assertThat(suggest("", Everything.class).yaml()).contains("paths: [\"/actuator/**\"]\n      mode: deny\n");
	}

	@Test
	void suggestWhenSourceComputesItsAnswerShouldSaySo() {
		Suggestion suggestion = suggest("", Computed.class);
		assertThat(suggestion.yaml()).isEmpty();
		assertThat(suggestion.notSaid())
			.containsExactly(new Suggestion.NotSaid("bean computed", "computes its configuration for each request"));
	}

	@Test
	void suggestWhenNobodyAsksTheSourceShouldSayThatItHasNoEffect() {
		Suggestion suggestion = suggest("", Unasked.class);
		assertThat(suggestion.yaml()).isEmpty();
		assertThat(suggestion.notSaid()).containsExactly(new Suggestion.NotSaid("bean corsConfigurationSource",
				"has no effect on /api/**: no CORS filter that can be read asks it"));
	}

	@Test
	void suggestWhenFilterRefusesOtherPreflightsShouldSayWhichThePolicyGrants() {
		Suggestion suggestion = suggest("", FilterAndMapping.class);
		assertThat(suggestion.from()).extracting(Suggestion.From::kind).containsExactly("cors-filter", "cors-mappings");
		assertThat(suggestion.notSaid()).containsExactly(new Suggestion.NotSaid("addCorsMappings of bean mappings",
				"preflights of /other are granted by the policy; bean filter refuses them where it runs"));
	}

	@Test
	void suggestWhenPolicyGrantsShouldOfferToTryItFirst() {
		assertThat(suggest("", SomeRefused.class).yaml()).endsWith("      # mode: report-only\n");
	}

	@Test
	void suggestWhenPathIsGovernedShouldNotSuggestItTwice() {
		Suggestion suggestion = suggest("""
				cors.policies.api:
				  paths: [/api/**]
				  allowed-origins: ["https://shop.example.com"]
				""", SomeRefused.class);
		assertThat(suggestion.yaml()).isEmpty();
		assertThat(suggestion.notSaid()).extracting(Suggestion.NotSaid::why)
			.containsExactly("the policy api has the path /api/** already");
	}

	/**
	 * Asks an application for policies, and starts one that has them.
	 */
	private static Suggestion suggest(String yaml, Class<?> application) {
		List<Suggestion> suggestions = new ArrayList<>();
		Start.with(yaml).configuration(application).run((context) -> {
			assertThat(context).hasNotFailed();
			suggestions.add(new CorsSuggester(context.getBean(OtherCorsReader.class), context.getBean(CorsEngine.class),
					"/actuator")
				.suggest());
		});
		Suggestion suggestion = suggestions.get(0);
		assertThat(Start.with(suggestion.yaml()).findings()).as(suggestion.yaml())
			.extracting(Finding::severity)
			.doesNotContain(Severity.ERROR);
		return suggestion;
	}

	private static CorsConfiguration configuration(String... origins) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(List.of(origins));
		configuration.setAllowedMethods(List.of("GET", "PATCH", "OPTIONS", "get"));
		configuration.setAllowedHeaders(List.of("Content-Type", "Access-Control-Allow-Origin"));
		configuration.setExposedHeaders(List.of("errors, content-type"));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(1_000_000L);
		return configuration;
	}

	@EnableWebMvc
	abstract static class Mapped {

		@Bean
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {
				@Override
				public void addCorsMappings(CorsRegistry registry) {
					register(registry);
				}
			};
		}

		abstract void register(CorsRegistry registry);

	}

	@Configuration(proxyBeanMethods = false)
	static class AnyOrigin extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/api/**").combine(configuration("*"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SomeRefused extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/api/**")
				.combine(configuration("https://shop.example.com", "https://*.github.io", "https://*example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoOrigin extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/api/**").combine(configuration("https://*example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OddPath extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/{area:[a-z]+}/**").combine(configuration("https://shop.example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Shadowed extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/api/**").combine(configuration("https://shop.example.com"));
			registry.addMapping("/api/orders").combine(configuration("https://stock.example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Everything extends Mapped {

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/**").combine(configuration("https://shop.example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unasked {

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/api/**", configuration("https://shop.example.com"));
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterAndMapping extends Mapped {

		@Bean
		CorsFilter filter() {
			return new CorsFilter(new Unasked().corsConfigurationSource());
		}

		@Override
		void register(CorsRegistry registry) {
			registry.addMapping("/other").combine(configuration("https://shop.example.com"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Computed {

		@Bean
		CorsConfigurationSource computed() {
			return Computed::compute;
		}

		private static CorsConfiguration compute(HttpServletRequest request) {
			return configuration("https://" + request.getServerName());
		}

	}

}
