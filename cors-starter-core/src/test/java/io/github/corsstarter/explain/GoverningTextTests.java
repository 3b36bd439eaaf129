package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.CorsPolicySet.UngovernedRoute;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GoverningText}.
 */
class GoverningTextTests {

	private static final String SHOP = "https://shop.example.com";

	private final CorsEngine engine = new CorsEngine(TestPolicies.set(false), CorsObserver.NONE);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/one/          | lead to different policies or one of them to none: /one of policy a.
			/one/deeper    | The pattern /one of policy a takes in the path above it
			/ONE           | The pattern /one of policy a takes in the path in lower case.
			/slash         | The pattern /slash/ of policy a takes in the path with a slash at the end.
			""")
	void explainWhenPathNearlyMatchesShouldSaySo(String path, String expected) {
		CorsEngine engine = TestPolicies
			.engine(CorsPolicySpec.named("a").paths("/one", "/slash/").allowedOrigins(SHOP).build());
		assertThat(CorsExplainer.of(engine).explain(CorsQuery.to(path).from(SHOP), PropertyLocator.UNKNOWN).message())
			.contains(expected);
	}

	@Test
	void explainWhenSeveralPatternsMatchShouldSayWhyThisOneGoverns() {
		CorsEngine engine = TestPolicies.engine(spec("a", "/**"), spec("b", "/api/**"), spec("c", "/api/{x}/y"),
				spec("d", "/api/x/*"), spec("e", "/api/x/y"), spec("f", "/other"));
		assertThat(CorsExplainer.of(engine)
			.explain(CorsQuery.to("/api/x/y").from(SHOP), PropertyLocator.UNKNOWN)
			.message())
			.startsWith("Policy e governs the path, by its pattern /api/x/y. It is more specific than"
					+ " /api/{x}/y of policy c, /api/x/* of policy d, /api/** of policy b and 1 more. ");
	}

	@Test
	void explainWhenPathHasTwoReadingsShouldNameBoth() {
		CorsExplanation explanation = explain("/api/../closed/x", SHOP);
		assertThat(explanation.reason()).isEqualTo(RefusalReason.PATH_AMBIGUOUS);
		assertThat(explanation.message()).contains("/api/** of policy storefront, /closed/** of policy closed.");
		assertThat(explanation.advice()).contains("plain spelling");
	}

	@Test
	void explainWhenPolicyOnlyReportsShouldSayWhatItWouldDo() {
		CorsExplanation explanation = explain("/trial/x", SHOP);
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.NO_POLICY);
		assertThat(explanation.message()).startsWith("No policy governs the path. Policy trial, with /trial/**,"
				+ " only reports: it would refuse this request (origin-not-allowed). ");
		assertThat(explain("/trial/x", "https://trial.example.com").message())
			.contains("Policy trial, with /trial/**, only reports. ");
	}

	@Test
	void explainWhenPathIsServedInFrontOfFiltersShouldSayThatNoPolicyGoverns() {
		CorsPolicySet policies = TestPolicies.set(false)
			.withUngovernedRoutes(List.of(new UngovernedRoute("RSocket", PathExpression.parse("/api/rsocket"))))
			.withFindings(List.of());
		CorsExplainer explainer = CorsExplainer.of(new CorsEngine(policies, CorsObserver.NONE));
		CorsExplanation explanation = explainer.explain(CorsQuery.to("/api/rsocket").from(SHOP),
				PropertyLocator.UNKNOWN);
		assertThat(explanation.governing()).isNull();
		assertThat(explanation.outcome()).isEqualTo(CorsOutcome.NO_POLICY);
		assertThat(explanation.message()).startsWith(
				"The path belongs to RSocket, which is served in front of every filter: no policy governs it. ");
		assertThat(explanation.advice())
			.isEqualTo("Check the origin where that route is served, or serve it behind the filters.");
		assertThat(explainer.explain(CorsQuery.to("/api/orders").from(SHOP), PropertyLocator.UNKNOWN).governing())
			.isNotNull();
	}

	private static CorsPolicySpec spec(String name, String path) {
		return CorsPolicySpec.named(name).paths(path).allowedOrigins(SHOP).build();
	}

	private CorsExplanation explain(String path, String origin) {
		return CorsExplainer.of(this.engine).explain(CorsQuery.to(path).from(origin), PropertyLocator.UNKNOWN);
	}

}
