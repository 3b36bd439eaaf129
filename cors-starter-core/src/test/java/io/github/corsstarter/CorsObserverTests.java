package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CorsObserver}.
 */
class CorsObserverTests {

	private static final String EVIL = "https://evil.example";

	private final List<String> told = new ArrayList<>();

	@Test
	void lambdaWhenObservingShouldBeToldOfDecisions() {
		CorsObserver observer = (policy, decision) -> this.told.add(policy.name() + " " + decision.outcome().code());
		decide(observer, StubRequest.actual("GET", "/api/x", EVIL));
		assertThat(this.told).containsExactly("storefront refused");
	}

	@Test
	void refusedWhenRequestIsRefusedShouldTellItWhole() {
		List<Refusal> refusals = new ArrayList<>();
		CorsEngine engine = decide(new Recorder("", refusals), StubRequest.preflight("/api/x", EVIL, "PUT"));
		assertThat(refusals).containsExactly(new Refusal(engine.policySet().policies().get(0), "/api/**",
				RefusalReason.ORIGIN_NOT_ALLOWED, EVIL, EVIL, true, Refusal.Circumstance.NONE));
	}

	@Test
	void refusedWhenOriginIsHostileShouldTellItBoundedAndCleaned() {
		List<Refusal> refusals = new ArrayList<>();
		decide(new Recorder("", refusals), StubRequest.actual("GET", "/api/x", EVIL + "\r\nforged" + "a".repeat(8000)));
		assertThat(refusals).singleElement()
			.extracting(Refusal::origin)
			.asString()
			.startsWith(EVIL + "??forged")
			.hasSize(300)
			.endsWith("...");
	}

	@Test
	void refusedWhenRequestIsGrantedShouldTellNothing() {
		List<Refusal> refusals = new ArrayList<>();
		decide(new Recorder("", refusals), StubRequest.actual("GET", "/api/x", "https://shop.example.com"));
		assertThat(refusals).isEmpty();
		assertThat(this.told).contains(" granted");
	}

	@Test
	void byWhenPolicyIsReplacedShouldChangeNothingElse() {
		List<Refusal> refusals = new ArrayList<>();
		CorsEngine engine = decide(new Recorder("", refusals), StubRequest.actual("GET", "/api/x", EVIL));
		CorsPolicy other = engine.policySet().policies().get(1);
		assertThat(refusals.get(0).by(other)).isEqualTo(new Refusal(other, "/api/**", RefusalReason.ORIGIN_NOT_ALLOWED,
				EVIL, EVIL, false, Refusal.Circumstance.NONE));
	}

	@Test
	void ofWhenDecisionIsNoRefusalShouldThrow() {
		CorsEngine engine = new CorsEngine(TestPolicies.set(false), CorsObserver.NONE);
		StubRequest request = StubRequest.actual("GET", "/api/x", "https://shop.example.com");
		GoverningPolicy governing = new GoverningPolicy(engine.policySet().policies().get(0), "/api/**", false);
		assertThatIllegalArgumentException().isThrownBy(
				() -> Refusal.of(governing, engine.decide(request, StubRequest.READER), request, StubRequest.READER));
	}

	@Test
	void allWhenThereAreSeveralShouldTellEachInOrder() {
		CorsObserver all = CorsObserver.all(List.of(new Recorder("one", new ArrayList<>()), CorsObserver.NONE,
				new Recorder("two", new ArrayList<>())));
		decide(all, StubRequest.actual("GET", "/closed/x", EVIL));
		assertThat(this.told).containsExactly("one replaced 6", "two replaced 6", "one refused", "two refused",
				"one denied", "two denied");
	}

	@Test
	void allWhenNobodyListensShouldBeNone() {
		assertThat(CorsObserver.all(List.of())).isSameAs(CorsObserver.NONE);
		assertThat(CorsObserver.all(List.of(CorsObserver.NONE, CorsObserver.NONE))).isSameAs(CorsObserver.NONE);
		Recorder one = new Recorder("one", new ArrayList<>());
		assertThat(CorsObserver.all(List.of(CorsObserver.NONE, one))).isSameAs(one);
	}

	@Test
	void noneWhenToldShouldIgnoreEverything() {
		CorsEngine engine = decide(CorsObserver.NONE, StubRequest.actual("GET", "/api/x", EVIL));
		CorsObserver.NONE.decided(engine.policySet().policies().get(0), CorsDecision.NO_POLICY);
		assertThat(this.told).isEmpty();
	}

	private static CorsEngine decide(CorsObserver observer, StubRequest request) {
		CorsEngine engine = new CorsEngine(TestPolicies.set(false), observer);
		engine.decide(request, StubRequest.READER);
		return engine;
	}

	private final class Recorder implements CorsObserver {

		private final String name;

		private final List<Refusal> refusals;

		Recorder(String name, List<Refusal> refusals) {
			this.name = name;
			this.refusals = refusals;
		}

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
			CorsObserverTests.this.told.add(this.name + " " + decision.outcome().code());
		}

		@Override
		public void refused(Refusal refusal) {
			this.refusals.add(refusal);
			CorsObserverTests.this.told.add(this.name + " " + refusal.reason().code());
		}

		@Override
		public void replaced(List<CorsPolicy> policies) {
			CorsObserverTests.this.told.add(this.name + " replaced " + policies.size());
		}

	}

}
