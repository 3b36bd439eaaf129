package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what observers are told, and for policies that do nothing else.
 */
class ReportOnlyTests {

	private static final String SHOP = "https://shop.example.com";

	private final List<String> told = new ArrayList<>();

	private final CorsEngine engine = new CorsEngine(
			CorsPolicySet
				.compile(
						List.of(CorsPolicySpec.named("shop").paths("/api/**").allowedOrigins(SHOP).build(),
								CorsPolicySpec.named("trial")
									.paths("/api/orders/**", "/trial/**")
									.allowedOrigins("https://trial.example.com")
									.mode(PolicyMode.REPORT_ONLY)
									.build(),
								CorsPolicySpec.named("second")
									.paths("/trial/x/**")
									.allowedOrigins(SHOP)
									.mode(PolicyMode.REPORT_ONLY)
									.build(),
								CorsPolicySpec.named("off").paths("not a path").mode(PolicyMode.OFF).build()),
						CorsSettings.DEFAULTS)
				.orThrow(),
			this::observe);

	private void observe(CorsPolicy policy, CorsDecision decision) {
		this.told.add(policy + " " + decision.outcome().code() + " " + decision.reason()
				+ (decision.isPreflight() ? " preflight" : ""));
	}

	@Test
	void decideWhenOnlyReportedShouldLeaveUntouched() {
		assertThat(decide(actual("GET", "/trial/a", SHOP))).isSameAs(CorsDecision.NO_POLICY);
		assertThat(this.told).containsExactly("trial refused ORIGIN_NOT_ALLOWED");
	}

	@Test
	void decideShouldTellNothingOfPoliciesThatReport() {
		this.engine.decide(actual("GET", "/trial/a", SHOP), StubRequest.READER);
		assertThat(this.told).isEmpty();
	}

	@Test
	void decideWhenReportedBesideAPolicyShouldTellBothAndObeyThePolicy() {
		assertThat(decide(preflight("/api/orders/1", SHOP, "GET")).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(this.told).containsExactly("trial refused ORIGIN_NOT_ALLOWED preflight",
				"shop granted null preflight");
	}

	@Test
	void decideWhenPathOfReportHasTwoReadingsShouldReportOne() {
		decide(actual("GET", "/trial//a/../../trial/x/y", SHOP));
		decide(actual("GET", "/a/../trial/b", SHOP));
		decide(actual("GET", "/trial/../b", SHOP));
		assertThat(this.told).containsExactly("trial refused ORIGIN_NOT_ALLOWED", "trial refused ORIGIN_NOT_ALLOWED",
				"trial refused ORIGIN_NOT_ALLOWED");
	}

	@Test
	void decideWhenThereIsNoOriginShouldTellNobody() {
		decide(StubRequest.of("GET", "/api/orders/1"));
		decide(StubRequest.of("GET", "/api//../api"));
		assertThat(this.told).isEmpty();
	}

	@Test
	void decideWhenSameOriginOrRefusedShouldTell() {
		decide(actual("POST", "/api/a", "http://api.example.net"));
		decide(actual("GET", "/api/a", "null"));
		decide(actual("GET", "/api/../a", SHOP));
		assertThat(this.told).containsExactly("shop same-origin null", "shop refused ORIGIN_NOT_ALLOWED",
				"shop refused PATH_AMBIGUOUS");
	}

	@Test
	void policiesWhenOneIsOffShouldNotHaveIt() {
		assertThat(this.engine.policySet().policies()).extracting(CorsPolicy::name)
			.containsExactly("shop", "trial", "second");
	}

	/**
	 * Does what filters do.
	 */
	private CorsDecision decide(StubRequest request) {
		this.engine.report(request, StubRequest.READER);
		return this.engine.decide(request, StubRequest.READER);
	}

}
