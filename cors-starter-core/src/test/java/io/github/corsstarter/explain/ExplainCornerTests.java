package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.explain.CorsQuery.Target;
import io.github.corsstarter.rules.PathRuleExamples;
import io.github.corsstarter.rules.RuleExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for dry runs of requests that are out of the ordinary.
 */
class ExplainCornerTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@ValueSource(strings = { "/a\u007f", "http://[::1/x", "http://::1/x", "http://a:/x", "http://a:8!/x",
			"http://a:8a/x", "http://a:123456/x", "http://a:0/x", "http://a:65536/x" })
	void parseWhenPathIsNoneShouldThrow(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-a:\u20ac", "x-a:a\u007f", "x-a:a\u0001b" })
	void parseWhenHeaderHoldsWhatNoHeaderCanShouldThrow(String header) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").headers(List.of(header)))
			.withMessageContaining("holds a character that no header can");
		assertThat(CorsQuery.to("/").headers(List.of("x-a:a\tb\u00e9")).headers()).hasSize(1);
	}

	@Test
	void explainWhenPathIsNoLongerThanTheContextShouldFindNothing() {
		CorsEngine engine = TestPolicies.engine(RuleExample.shop().build());
		CorsQuery query = new CorsQuery(new Target("http", null, 0, "/a/b", 4), SHOP, "GET", List.of(), false);
		assertThat(CorsExplainer.of(engine).explain(query, TestRefusals.LOCATOR).outcome())
			.isEqualTo(CorsOutcome.NO_POLICY);
	}

	@Test
	void explainWhenOtherPatternMatchesOneReadingOnlyShouldNameIt() {
		CorsEngine engine = TestPolicies.engine(PathRuleExamples.policy("one", "/api/**", "/api/x").build());
		CorsQuery query = new CorsQuery(new Target("http", null, 0, "/y/../api/x", 0), SHOP, "GET", List.of(), false);
		CorsExplanation explanation = CorsExplainer.of(engine).explain(query, TestRefusals.LOCATOR);
		assertThat(explanation.reason()).isEqualTo(RefusalReason.PATH_AMBIGUOUS);
		assertThat(explanation.message()).contains("/api/**");
	}

	@Test
	void explainWhenModeIsNoNavigationOrSiteIsUnknownShouldGoOn() {
		CorsEngine engine = TestPolicies.engine(RuleExample.shop().build());
		List<RequestHeader> headers = List.of(new RequestHeader("sec-fetch-mode", "cors"),
				new RequestHeader("sec-fetch-site", null));
		CorsQuery query = new CorsQuery(new Target("http", null, 0, "/api", 0), SHOP, "GET", headers, false);
		assertThat(query.isNavigation()).isFalse();
		assertThat(CorsExplainer.of(engine).explain(query, TestRefusals.LOCATOR).outcome())
			.isEqualTo(CorsOutcome.GRANTED);
	}

}
