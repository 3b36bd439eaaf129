package io.github.corsstarter.diff;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.diff.CorsDifference.Change;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsDifferences}.
 */
class CorsDifferencesTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String PARTNER = "https://partner.example.com";

	private static final CorsSettings IGNORING_CASE = new CorsSettings(204, false, false, (domain) -> false);

	@Test
	void differencesWhenWrittenOtherwiseShouldBeNone() {
		CorsDifferences differences = between(
				List.of(policy("a", "/api/**", "/{id}/x").allowedOrigins(SHOP, PARTNER)
					.allowedMethods("GET", "PUT")
					.allowedHeaders("X-A", "X-B")
					.exposedHeaders("X-Total")),
				List.of(policy("b", "/{name}/x").allowedOrigins(PARTNER, SHOP)
					.allowedMethods("put", "HEAD", "GET")
					.allowedHeaders("x-b", "x-a")
					.exposedHeaders("x-total", "Content-Type"),
						policy("c", "/api/{*rest}").allowedOrigins(PARTNER, SHOP)
							.allowedMethods("GET", "PUT")
							.allowedHeaders("X-B", "X-A")
							.exposedHeaders("X-Total")));
		assertThat(differences.isEmpty()).as(differences.toString()).isTrue();
		assertThat(differences.summary()).isEmpty();
	}

	@Test
	void originWhenAddedShouldWiden() {
		CorsDifferences differences = between(
				List.of(policy("a", "/api/**").allowedOrigins(SHOP).allowCredentials(true)),
				List.of(policy("a", "/api/**").allowedOrigins(SHOP, "https://*.example.net").allowCredentials(true)));
		assertThat(differences.isEmpty()).isFalse();
		assertThat(differences.narrowed()).isEmpty();
		assertThat(differences.widened()).singleElement().satisfies((difference) -> {
			assertThat(difference.policy()).isEqualTo("a");
			assertThat(difference.pattern()).isEqualTo("/api/**");
			assertThat(difference.origin()).isEqualTo("https://*.example.net");
			assertThat(difference.credentials()).isTrue();
			assertThat(difference.change()).isEqualTo(Change.ORIGIN);
			assertThat(difference.oldSource()).isEqualTo("old a allowed-origins");
			assertThat(difference.newSource()).isEqualTo("new a allowed-origins");
			assertThat(difference.example().toString()).startsWith("GET /api").contains(".example.net");
		});
		assertThat(differences.summary()).containsExactly("a: widened by https://*.example.net on /api/**");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example.com, https://*.example.com, true",
			"https://app-*.example.com, https://*.example.com, true",
			"https://app-1.example.com, https://app-*.example.com, true",
			"http://localhost:3000, http://localhost:*, true", "http://localhost, http://localhost:*, true",
			"https://*.a.example.com, https://*.example.com, true", "https://shop.example.com, *, true",
			"null, *, true", "https://*.example.com, https://*.example.com:8443, false",
			"https://app-*.example.com, https://*-app.example.com, false", "null, https://*.example.com, false",
			"https://a.example.com, https://*.example.net, false",
			"https://app-*.example.com:*, https://*-app.example.com:*, false" })
	void originWhenWiderShouldWidenOnly(String narrow, String wide, boolean within) {
		CorsDifferences differences = between(List.of(policy("a", "/api").allowedOrigins(narrow)),
				List.of(policy("a", "/api").allowedOrigins(wide)));
		assertThat(differences.widened()).singleElement().extracting(CorsDifference::origin).isEqualTo(wide);
		assertThat(differences.narrowed().isEmpty()).isEqualTo(within);
	}

	@Test
	void methodWhenAddedShouldWidenForEveryCommonOrigin() {
		CorsDifferences differences = between(
				List.of(policy("a", "/api").allowedOrigins(SHOP, "https://*.example.net")),
				List.of(policy("a", "/api").allowedOrigins(SHOP, "https://x.example.net")
					.allowedMethods("GET", "POST", "PUT")));
		assertThat(differences.widened()).extracting(CorsDifference::toString)
			.containsExactly("method PUT from " + SHOP, "method PUT from https://x.example.net");
		assertThat(differences.widened()).extracting((difference) -> difference.example().method()).containsOnly("PUT");
		assertThat(differences.narrowed()).extracting(CorsDifference::origin).containsExactly("https://*.example.net");
	}

	@Test
	void methodsWhenAnyShouldWidenByAll() {
		CorsDifferences differences = between(List.of(policy("a", "/api").allowedOrigins(SHOP).allowedMethods("PURGE")),
				List.of(policy("a", "/api").allowedOrigins(SHOP).allowedMethods("*").allowedHeaders("x-a")));
		assertThat(differences.widened()).extracting(CorsDifference::method).containsExactly("*", null);
		assertThat(differences.widened().get(0).example().method()).isEqualTo("PURGEX");
		assertThat(differences.widened().get(1).example().method()).isEqualTo("PURGE");
	}

	@Test
	void methodsWhenNoneIsCommonShouldTellNothingElse() {
		CorsDifferences differences = between(List.of(policy("a", "/api").allowedOrigins(SHOP).allowedMethods("PUT")),
				List.of(policy("a", "/api").allowedOrigins(SHOP).allowedMethods("DELETE").allowedHeaders("*")));
		assertThat(differences.widened()).extracting(CorsDifference::toString)
			.containsExactly("method DELETE from " + SHOP);
		assertThat(differences.narrowed()).extracting(CorsDifference::toString)
			.containsExactly("method PUT from " + SHOP);
	}

	@Test
	void restWhenWiderShouldBeToldPieceByPiece() {
		CorsDifferences differences = between(
				List.of(policy("a", "/api").allowedOrigins(SHOP).allowedMethods("*").allowedHeaders("x-a")),
				List.of(policy("a", "/api").allowedOrigins(SHOP)
					.allowedMethods("*")
					.allowedHeaders("x-a", "x-b")
					.exposedHeaders("X-Total")
					.allowCredentials(true)));
		assertThat(differences.widened()).extracting(CorsDifference::toString)
			.containsExactly("header x-b from " + SHOP, "exposed header x-total for " + SHOP,
					"credentials for " + SHOP);
		assertThat(differences.widened()).extracting((difference) -> difference.example().toString())
			.containsExactly("GET /api from " + SHOP + " with x-b", "GET /api from " + SHOP,
					"GET /api from " + SHOP + ", with credentials");
		assertThat(differences.widened()).extracting(CorsDifference::newSource)
			.containsExactly("new a allowed-headers", "new a exposed-headers", "new a allow-credentials");
		assertThat(differences.summary()).singleElement().asString().startsWith("a: widened by header x-b");
	}

	@Test
	void policyWhenLostShouldNarrowAndSaySo() {
		CorsDifferences differences = between(
				List.of(policy("a", "/api").allowedOrigins(SHOP), policy("b", "/b").allowedOrigins(SHOP)),
				List.of(policy("b", "/b").allowedOrigins(SHOP).mode(PolicyMode.DENY),
						policy("a", "/api").allowedOrigins(SHOP).mode(PolicyMode.REPORT_ONLY)));
		assertThat(differences.narrowed()).extracting(CorsDifference::policyLost).containsExactly(true, null);
		assertThat(differences.narrowed().get(0).newSource()).isNull();
		CorsDifferences back = between(List.of(), List.of(policy("a", "/api").allowedOrigins(SHOP)));
		assertThat(back.widened()).singleElement().extracting(CorsDifference::policyLost).isNull();
	}

	@Test
	void regionWhenTakenOutShouldBeFound() {
		CorsDifferences differences = between(List.of(policy("a", "/api/**").allowedOrigins(SHOP)), List
			.of(policy("a", "/api/**").allowedOrigins(SHOP), policy("b", "/api/*.html").allowedOrigins(PARTNER)));
		assertThat(differences.widened()).extracting(CorsDifference::toString).containsExactly(PARTNER);
		assertThat(differences.narrowed()).singleElement().satisfies((difference) -> {
			assertThat(difference.policy()).isEqualTo("a");
			assertThat(difference.example().path()).endsWith(".html");
		});
		assertThat(differences.summary()).hasSize(2);
	}

	@Test
	void pathWhenItsPlainSpellingIsNotGovernedShouldGrantNothing() {
		assertThat(between(List.of(), List.of(policy("a", "/api/").allowedOrigins(SHOP))).isEmpty()).isTrue();
	}

	@Test
	void caseWhenOneVersionIgnoresItShouldWiden() {
		CorsPolicySet old = CorsPolicySet.compile(List.of(policy("a", "/api").allowedOrigins(SHOP).build()),
				CorsSettings.DEFAULTS);
		CorsPolicySet next = CorsPolicySet.compile(List.of(policy("a", "/api").allowedOrigins(SHOP).build()),
				IGNORING_CASE);
		CorsDifferences differences = CorsDifferences.between(version(old, "old"), version(next, "new"));
		assertThat(differences.widened()).singleElement()
			.extracting((difference) -> difference.example().path())
			.isEqualTo("/API");
		assertThat(CorsDifferences.between(version(next, "old"), version(next, "new")).isEmpty()).isTrue();
		CorsDifferences back = CorsDifferences.between(version(next, "old"), version(old, "new"));
		assertThat(back.widened()).isEmpty();
		assertThat(back.isEmpty()).isFalse();
	}

	@Test
	void summaryWhenThereAreManyShouldCount() {
		List<String> origins = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			origins.add("https://o" + i + ".example.com");
		}
		CorsDifferences differences = between(List.of(policy("a", "/api").allowedOrigins("https://x.example.com")),
				List.of(policy("a", "/api").allowedOrigins(origins)));
		assertThat(differences.summary()).singleElement()
			.asString()
			.contains(" and 2 more; narrowed by https://x.example.com on /api");
	}

	private static CorsPolicySpec.Builder policy(String name, String... paths) {
		return CorsPolicySpec.named(name).paths(paths);
	}

	private static CorsDifferences between(List<CorsPolicySpec.Builder> before, List<CorsPolicySpec.Builder> after) {
		return CorsDifferences.between(version(compile(before), "old"), version(compile(after), "new"));
	}

	private static CorsPolicySet compile(List<CorsPolicySpec.Builder> policies) {
		return CorsPolicySet
			.compile(policies.stream().map(CorsPolicySpec.Builder::build).toList(), CorsSettings.DEFAULTS)
			.orThrow();
	}

	private static PolicyVersion version(CorsPolicySet policies, String name) {
		return new PolicyVersion(policies, (policy, key) -> name + " " + policy + " " + key);
	}

}
