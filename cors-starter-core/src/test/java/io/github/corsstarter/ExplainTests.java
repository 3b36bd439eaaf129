package io.github.corsstarter;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsExplanation.Actual;
import io.github.corsstarter.CorsExplanation.Preflight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEngine#explain}.
 */
class ExplainTests {

	private static final String SHOP = "https://shop.example.com";

	private static final PropertyLocator LOCATOR = (policy, key) -> "app.yml:7:3";

	private static final String PREFLIGHT_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

	private final CorsEngine engine = new CorsEngine(TestPolicies.set(false), TestPolicies.UNOBSERVED);

	@Test
	void explainWhenHeaderIsNotAllowedShouldTellEverything() {
		CorsExplanation explanation = explain("/api/orders/7", SHOP, "PUT", "x-trace,content-type:application/json");
		assertThat(explanation)
			.isEqualTo(new CorsExplanation("storefront", "/api/**", "refused", "header-not-allowed", "x-trace",
					"Policy storefront governs the path, by its pattern /api/**."
							+ " The policy does not list the request header \"x-trace\".",
					"If pages may send it, add x-trace to cors.policies.storefront.allowed-headers (app.yml:7:3):"
							+ " [authorization, content-type, x-trace].",
					new Preflight(true,
							List.of("method PUT is not safelisted", "header x-trace is not safelisted",
									"content-type application/json is not safelisted"),
							403, Map.of("Vary", PREFLIGHT_VARY)),
					new Actual(false, null, null, null), "blocks"));
	}

	@Test
	void explainWhenSeveralHeadersAreNotAllowedShouldOfferAllOfThem() {
		assertThat(explain("/api/orders/7", SHOP, "GET", "x-b,authorization,x-a").advice())
			.contains("add x-a and x-b to", "[authorization, content-type, x-a, x-b]");
	}

	@Test
	void explainWhenRequestIsGrantedShouldShowBothResponses() {
		CorsExplanation explanation = explain("/api/orders/7", SHOP, "PUT", "authorization");
		assertThat(explanation.outcome()).isEqualTo("granted");
		assertThat(explanation.reason()).isNull();
		assertThat(explanation.detail()).isNull();
		assertThat(explanation.advice()).isNull();
		assertThat(explanation.browser()).isEqualTo("accepts");
		assertThat(explanation.preflight().status()).isEqualTo(204);
		assertThat(explanation.preflight().headers())
			.isEqualTo(Map.of("Access-Control-Allow-Origin", SHOP, "Access-Control-Allow-Credentials", "true",
					"Access-Control-Allow-Methods", "GET,HEAD,POST,PUT,PATCH", "Access-Control-Allow-Headers",
					"authorization,content-type", "Access-Control-Max-Age", "1800", "Vary", PREFLIGHT_VARY));
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null,
				Map.of("Access-Control-Allow-Origin", SHOP, "Access-Control-Allow-Credentials", "true",
						"Access-Control-Expose-Headers", "X-Total-Count", "Vary", "Origin")));
	}

	@Test
	void explainWhenPreflightIsNotRequiredShouldShowItAllTheSame() {
		Preflight preflight = explain("/api/orders/7", SHOP, "GET", null).preflight();
		assertThat(preflight.required()).isFalse();
		assertThat(preflight.because()).isEmpty();
		assertThat(preflight.status()).isEqualTo(204);
		assertThat(preflight.headers()).containsEntry("Access-Control-Allow-Origin", SHOP);
	}

	@Test
	void explainWhenActualRequestIsBlockedShouldShowAnswer() {
		CorsExplanation explanation = explain("/api/orders/7", "https://evil.test", "GET", null);
		assertThat(explanation.actual())
			.isEqualTo(new Actual(true, false, 403, Map.of("Cache-Control", "no-store", "Vary", "Origin")));
	}

	@Test
	void explainWhenActualRequestIsForwardedShouldSayThatItIsHandled() {
		CorsExplanation explanation = explain("/forward/x", "https://evil.test", "GET", null);
		assertThat(explanation.outcome()).isEqualTo("refused");
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.browser()).isEqualTo("blocks");
	}

	@ParameterizedTest
	@CsvSource({ "/public/x,true,blocks", "/public/x,false,accepts", "/forward/x,true,blocks",
			"/forward/x,false,accepts", "/api/x,true,blocks" })
	void explainWhenCredentialsAreAskedForShouldTellWhatBrowserDoes(String path, String credentials, String browser) {
		CorsExplanation explanation = this.engine
			.explain(CorsQuery.parse(path, "http://localhost:3000", "GET", null, credentials), LOCATOR);
		assertThat(explanation.browser()).isEqualTo(browser);
	}

	@Test
	void explainWhenPolicyAllowsNoCredentialsShouldSayWhatToChange() {
		CorsExplanation explanation = this.engine
			.explain(CorsQuery.parse("/forward/x", "http://localhost:3000", "GET", null, "include"), LOCATOR);
		assertThat(explanation.outcome()).isEqualTo("granted");
		assertThat(explanation.message())
			.endsWith("The browser blocks it all the same: Access-Control-Allow-Credentials is not true.");
		assertThat(explanation.advice()).isEqualTo("Send the request without credentials,"
				+ " or set cors.policies.forward.allow-credentials (app.yml:7:3) to true.");
	}

	@Test
	void explainWhenAnyOriginMeetsCredentialsShouldSayToListOrigins() {
		assertThat(this.engine.explain(CorsQuery.parse("/public/x", SHOP, "GET", null, "true"), LOCATOR).advice())
			.contains("cors.policies.open.allow-credentials", "cors.policies.open.allowed-origins",
					"in place of \"*\"");
	}

	@Test
	void explainWhenOpaqueOriginAsksForCredentialsShouldNotOfferThem() {
		CorsExplanation explanation = this.engine.explain(CorsQuery.parse("/any/x", "null", "GET", null, "true"),
				LOCATOR);
		assertThat(explanation.browser()).isEqualTo("blocks");
		assertThat(explanation.advice()).contains("never gets any").doesNotContain("cors.policies");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/any/x", "/api/x", "/elsewhere" })
	void explainWhenMethodIsForbiddenShouldNotSendRequest(String path) {
		CorsExplanation explanation = explain(path, SHOP, "TRACE", null);
		assertThat(explanation.actual().sent()).isFalse();
		assertThat(explanation.browser()).isEqualTo("blocks");
	}

	@Test
	void explainWhenUrlIsOfTheSameOriginShouldPass() {
		CorsExplanation explanation = explain("https://shop.example.com/api/x", SHOP, "PUT", "x-trace");
		assertThat(explanation.outcome()).isEqualTo("same-origin");
		assertThat(explanation.preflight().required()).isFalse();
		assertThat(explanation.preflight().because()).isEmpty();
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.browser()).isEqualTo("accepts");
	}

	@Test
	void explainWhenUrlDiffersFromOriginByProxyShouldNameForwardedHeaders() {
		assertThat(explain("http://own.test/api/x", "https://own.test", "GET", null).advice())
			.contains("server.forward-headers-strategy");
	}

	@Test
	void explainWhenOnlyPathIsKnownShouldAskForUrl() {
		assertThat(explain("/api/x", "https://own.test", "GET", null).advice()).contains("ask with an absolute URL");
	}

	@Test
	void explainWhenThereIsNoOriginShouldPass() {
		CorsExplanation explanation = explain("/api/x", null, "PUT", null);
		assertThat(explanation.outcome()).isEqualTo("no-origin");
		assertThat(explanation.preflight()).isEqualTo(new Preflight(false, List.of(), null, Map.of()));
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.browser()).isEqualTo("accepts");
	}

	@ParameterizedTest
	@CsvSource({ "GET,true", "PUT,false" })
	void explainWhenNoPolicyGovernsShouldLeaveItToTheApplication(String method, boolean sent) {
		CorsExplanation explanation = explain("/elsewhere", SHOP, method, null);
		assertThat(explanation.policy()).isNull();
		assertThat(explanation.pattern()).isNull();
		assertThat(explanation.outcome()).isEqualTo("no-policy");
		assertThat(explanation.message()).startsWith("No policy governs the path. The request passes untouched");
		assertThat(explanation.preflight().status()).isNull();
		assertThat(explanation.actual().sent()).isEqualTo(sent);
		assertThat(explanation.browser()).isEqualTo("blocks");
	}

	@Test
	void explainWhenBrowserNavigatesShouldNotBlockPage() {
		CorsExplanation explanation = explain("/api/x", "https://id.example", "POST", "sec-fetch-mode:navigate");
		assertThat(explanation.outcome()).isEqualTo("refused");
		assertThat(explanation.browser()).isEqualTo("accepts");
		assertThat(explanation.message()).endsWith("The browser shows the refusal.");
		assertThat(explanation.advice()).contains("login callback");
	}

	@Test
	void explainShouldLeaveOutContextPath() {
		CorsQuery query = CorsQuery.parse("https://api.test/app/api/x", SHOP, null, null, null).below("/app");
		assertThat(this.engine.explain(query, LOCATOR).pattern()).isEqualTo("/api/**");
	}

	@Test
	void explainShouldTellNoObserver() {
		CorsObserver observer = (policy) -> new CorsObserver.PolicyObserver() {

			@Override
			public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
				throw new AssertionError("told of a dry run");
			}

		};
		CorsEngine observed = new CorsEngine(TestPolicies.set(false), observer);
		for (String path : List.of("/api/orders", "/trial/x", "/public/x")) {
			observed.explain(CorsQuery.parse(path, "https://evil.test", "PUT", null, null), LOCATOR);
		}
	}

	@Test
	void explainWhenQueryIsHostileShouldStaySmallAndClean() {
		String origin = "https://" + "a\u20AC".repeat(4000);
		String headers = ("h".repeat(39) + ",").repeat(190);
		CorsExplanation explanation = explain("/api/x", origin, "M".repeat(8000), headers);
		assertThat(explanation.toString()).hasSizeLessThan(5_000).matches("[ -~]*");
		assertThat(explain("/api/x", SHOP, "PUT", headers).reason()).isEqualTo("header-not-allowed");
	}

	private CorsExplanation explain(String path, @Nullable String origin, String method, @Nullable String headers) {
		List<String> elements = (headers != null) ? List.of(headers) : List.of();
		return this.engine.explain(CorsQuery.parse(path, origin, method, elements, null), LOCATOR);
	}

}
