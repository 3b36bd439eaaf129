package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.StubRequest.actual;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that go on under another path than they came with.
 */
class ForwardedRequestTests {

	private static final String SHOP = "https://shop.example.com";

	private final List<String> told = new ArrayList<>();

	private final CorsEngine engine = new CorsEngine(
			CorsPolicySet.compile(List.of(CorsPolicySpec.named("shop").paths("/api/**").allowedOrigins(SHOP).build(),
					CorsPolicySpec.named("secret").paths("/secret/**").mode(PolicyMode.DENY).build(),
					CorsPolicySpec.named("trial")
						.paths("/**")
						.allowedOrigins("https://trial.example.com")
						.mode(PolicyMode.REPORT_ONLY)
						.build()),
					CorsSettings.DEFAULTS)
				.orThrow(),
			this::observe);

	private void observe(CorsPolicy policy, CorsDecision decision) {
		this.told.add(policy + " " + decision.outcome().code());
	}

	@Test
	void decideAgainWhenSamePolicyGovernsShouldKeepTheDecisionAndTellNobody() {
		CorsDecision before = decide("/api/a");
		this.told.clear();
		assertThat(decideAgain("/api/b", before)).isSameAs(before);
		assertThat(this.told).isEmpty();
	}

	@Test
	void decideAgainWhenNoPolicyGovernsShouldKeepTheDecision() {
		CorsDecision before = decide("/api/a");
		assertThat(decideAgain("/free", before)).isSameAs(before);
		assertThat(decideAgain("/free", CorsDecision.NO_POLICY)).isSameAs(CorsDecision.NO_POLICY);
	}

	@Test
	void decideAgainWhenAnotherPolicyGovernsShouldDecideByItAndTell() {
		CorsDecision before = decide("/api/a");
		this.told.clear();
		assertThat(decideAgain("/secret/a", before).reason()).isEqualTo(RefusalReason.DENIED);
		assertThat(decideAgain("/api/a", CorsDecision.NO_POLICY)).isSameAs(before);
		assertThat(this.told).containsExactly("secret refused", "shop granted");
	}

	@Test
	void reportsShouldTellWhetherAPolicyOnlyReports() {
		assertThat(this.engine.reports()).isTrue();
		this.engine.replace(CorsPolicySet.compile(List.of(), CorsSettings.DEFAULTS));
		assertThat(this.engine.reports()).isFalse();
	}

	@Test
	void reportsWhenNobodyListensShouldBeFalse() {
		CorsEngine silent = new CorsEngine(this.engine.policySet(), CorsObserver.NONE);
		assertThat(silent.reports()).isFalse();
	}

	private CorsDecision decide(String path) {
		return this.engine.decide(actual("GET", path, SHOP), StubRequest.READER);
	}

	private CorsDecision decideAgain(String path, CorsDecision before) {
		return this.engine.decideAgain(actual("GET", path, SHOP), StubRequest.READER, before);
	}

}
