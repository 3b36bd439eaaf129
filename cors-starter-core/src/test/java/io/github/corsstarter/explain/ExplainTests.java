package io.github.corsstarter.explain;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.explain.CorsExplanation.Actual;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsExplainer}.
 */
class ExplainTests {

	private static final String SHOP = "https://shop.example.com";

	private static final PropertyLocator LOCATOR = (policy, key) -> "app.yml:7:3";

	private static final String PREFLIGHT_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

	private final CorsEngine engine = new CorsEngine(TestPolicies.set(false), CorsObserver.NONE);

	@Test
	void explainWhenHeaderIsNotAllowedShouldTellEverything() {
		CorsExplanation explanation = explain("/api/orders/7", SHOP, "PUT", "x-trace,content-type:application/json");
		assertThat(explanation.governing())
			.hasToString("GoverningPolicy[policy=storefront, pattern=/api/**, ambiguous=false]");
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.REFUSED);
		assertThat(explanation.reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
		assertThat(explanation.refusal()).extracting(Refusal::detail).isEqualTo("x-trace");
		assertThat(explanation.message()).isEqualTo("Policy storefront governs the path, by its pattern /api/**."
				+ " The policy does not list the request header \"x-trace\".");
		assertThat(explanation.advice())
			.isEqualTo("If pages may send it, add x-trace to cors.policies.storefront.allowed-headers (app.yml:7:3):"
					+ " [authorization, content-type, x-trace].");
		assertThat(explanation.preflight()).isEqualTo(
				new Preflight(true,
						List.of("method PUT is not safelisted", "header x-trace is not safelisted",
								"content-type application/json is not safelisted"),
						403, Map.of("Vary", PREFLIGHT_VARY)));
		assertThat(explanation.actual()).isEqualTo(new Actual(false, null, null, null));
		assertThat(explanation.objection()).isEqualTo(BrowserObjection.ORIGIN_MISSING);
	}

	@Test
	void explainWhenSeveralHeadersAreNotAllowedShouldOfferAllOfThem() {
		assertThat(explain("/api/orders/7", SHOP, "GET", "x-b,authorization,x-a").advice())
			.contains("add x-a and x-b to", "[authorization, content-type, x-a, x-b]");
	}

	@Test
	void explainWhenRequestIsGrantedShouldShowBothResponses() {
		CorsExplanation explanation = explain("/api/orders/7", SHOP, "PUT", "authorization");
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(explanation.reason()).isNull();
		assertThat(explanation.advice()).isNull();
		assertThat(explanation.objection()).isNull();
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
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.REFUSED);
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.objection()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "/public/x,true,blocks", "/public/x,false,accepts", "/forward/x,true,blocks",
			"/forward/x,false,accepts", "/api/x,true,blocks" })
	void explainWhenCredentialsAreAskedForShouldTellWhatBrowserDoes(String path, boolean credentials, String browser) {
		CorsExplanation explanation = CorsExplainer.of(this.engine)
			.explain(CorsQuery.to(path).from("http://localhost:3000").method("GET").credentials(credentials), LOCATOR);
		assertThat((explanation.objection() != null) ? "blocks" : "accepts").isEqualTo(browser);
	}

	@Test
	void explainWhenPolicyAllowsNoCredentialsShouldSayWhatToChange() {
		CorsExplanation explanation = CorsExplainer.of(this.engine)
			.explain(CorsQuery.to("/forward/x").from("http://localhost:3000").method("GET").credentials(true), LOCATOR);
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(explanation.message())
			.endsWith("The browser blocks it all the same: Access-Control-Allow-Credentials is not true.");
		assertThat(explanation.advice()).isEqualTo("Send the request without credentials,"
				+ " or set cors.policies.forward.allow-credentials (app.yml:7:3) to true.");
	}

	@Test
	void explainWhenAnyOriginMeetsCredentialsShouldSayToListOrigins() {
		assertThat(CorsExplainer.of(this.engine)
			.explain(CorsQuery.to("/public/x").from(SHOP).method("GET").credentials(true), LOCATOR)
			.advice()).contains("cors.policies.open.allow-credentials", "cors.policies.open.allowed-origins",
					"in place of \"*\"");
	}

	@Test
	void explainWhenOpaqueOriginAsksForCredentialsShouldNotOfferThem() {
		CorsExplanation explanation = CorsExplainer.of(this.engine)
			.explain(CorsQuery.to("/any/x").from("null").method("GET").credentials(true), LOCATOR);
		assertThat(explanation.objection()).isNotNull();
		assertThat(explanation.advice()).contains("never gets any").doesNotContain("cors.policies");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/any/x", "/api/x", "/elsewhere" })
	void explainWhenMethodIsForbiddenShouldNotSendRequest(String path) {
		CorsExplanation explanation = explain(path, SHOP, "TRACE", null);
		assertThat(explanation.actual().sent()).isFalse();
		assertThat(explanation.objection()).isNotNull();
	}

	@Test
	void explainWhenUrlIsOfTheSameOriginShouldPass() {
		CorsExplanation explanation = explain("https://shop.example.com/api/x", SHOP, "PUT", "x-trace");
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.SAME_ORIGIN);
		assertThat(explanation.preflight().required()).isFalse();
		assertThat(explanation.preflight().because()).isEmpty();
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.objection()).isNull();
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
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.NO_ORIGIN);
		assertThat(explanation.preflight()).isEqualTo(new Preflight(false, List.of(), null, Map.of()));
		assertThat(explanation.actual()).isEqualTo(new Actual(true, true, null, Map.of("Vary", "Origin")));
		assertThat(explanation.objection()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "GET,true", "PUT,false" })
	void explainWhenNoPolicyGovernsShouldLeaveItToTheApplication(String method, boolean sent) {
		CorsExplanation explanation = explain("/elsewhere", SHOP, method, null);
		assertThat(explanation.governing()).isNull();
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.NO_POLICY);
		assertThat(explanation.message()).startsWith("No policy governs the path. The request passes untouched");
		assertThat(explanation.preflight().status()).isNull();
		assertThat(explanation.actual().sent()).isEqualTo(sent);
		assertThat(explanation.objection()).isNotNull();
	}

	@Test
	void explainWhenBrowserNavigatesShouldNotBlockPage() {
		CorsExplanation explanation = explain("/api/x", "https://id.example", "POST", "sec-fetch-mode:navigate");
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.REFUSED);
		assertThat(explanation.objection()).isNull();
		assertThat(explanation.message()).endsWith("The browser shows the refusal.");
		assertThat(explanation.advice()).contains("login callback");
	}

	@Test
	void explainShouldLeaveOutContextPath() {
		CorsQuery query = CorsQuery.to("https://api.test/app/api/x").from(SHOP).below("/app");
		assertThat(CorsExplainer.of(this.engine).explain(query, LOCATOR).governing())
			.extracting(GoverningPolicy::pattern)
			.isEqualTo("/api/**");
	}

	@Test
	void explainShouldTellNoObserver() {
		CorsObserver observer = (policy, decision) -> {
			throw new AssertionError("told of a dry run");
		};
		CorsEngine observed = new CorsEngine(TestPolicies.set(false), observer);
		for (String path : List.of("/api/orders", "/trial/x", "/public/x")) {
			CorsExplainer.of(observed).explain(CorsQuery.to(path).from("https://evil.test").method("PUT"), LOCATOR);
		}
	}

	@Test
	void explainWhenQueryIsHostileShouldStaySmallAndClean() {
		String origin = "https://" + "a\u20AC".repeat(4000);
		String headers = ("h".repeat(39) + ",").repeat(190);
		CorsExplanation explanation = explain("/api/x", origin, "M".repeat(8000), headers);
		assertThat(explanation.toString()).hasSizeLessThan(5_000).matches("[ -~]*");
		assertThat(explain("/api/x", SHOP, "PUT", headers).reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
	}

	private CorsExplanation explain(String path, @Nullable String origin, String method, @Nullable String headers) {
		List<String> elements = (headers != null) ? List.of(headers) : List.of();
		return CorsExplainer.of(this.engine)
			.explain(CorsQuery.to(path).from(origin).method(method).headers(elements), LOCATOR);
	}

}
