package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.OtherCors;
import io.github.corsstarter.autoconfigure.inspect.PathMatching;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicies}: what is done again as more is known of an application.
 */
class CorsPoliciesTests {

	private static final ApplicationFacts NOTHING = facts(true, List.of());

	private static final List<OtherCors> HANDLERS = List.of(new OtherCors(true, "Orders#list", "/orders"));

	private final MockEnvironment environment = new MockEnvironment().withProperty("cors.policies.shop.paths", "/**")
		.withProperty("cors.policies.shop.allowed-origins", "https://*.example.com");

	private final AtomicInteger asked = new AtomicInteger();

	private final PublicSuffixes publicSuffixes = new PublicSuffixes();

	private volatile Runnable onAsked = () -> {
	};

	private volatile List<CorsPolicySpec> supplied = List
		.of(CorsPolicySpec.named("acme").paths("/acme").allowedOrigins("https://acme.example.com").build());

	private final CorsPolicySource source = () -> {
		this.asked.incrementAndGet();
		this.onAsked.run();
		return this.supplied;
	};

	private final CorsPolicyLoader loader = new CorsPolicyLoader(this.environment, () -> Map.of("tenants", this.source),
			this.publicSuffixes);

	private final CurrentPolicies current = new CurrentPolicies(this.loader.load(NOTHING));

	private final CorsEngine engine = new CorsEngine(this.current.loaded().policies(), CorsObserver.NONE);

	private final CorsPolicies policies = new CorsPolicies(this.loader, this.current, this.engine, NOTHING);

	@Test
	void checkWhenNothingMoreIsKnownShouldLeaveThePolicies() {
		this.policies.check(facts(true, List.of()));
		assertThat(this.engine.policySet()).isSameAs(this.current.loaded().policies());
		assertThat(this.publicSuffixes.reads()).isOne();
	}

	@Test
	void checkWhenHandlersAreAnnotatedShouldAddFindingsToTheSamePolicies() {
		List<CorsPolicy> before = this.engine.policySet().policies();
		this.policies.check(facts(true, HANDLERS));
		assertThat(rules()).containsExactly(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN, Rule.NARROWS_CONFIGURED_PATH);
		assertThat(this.engine.policySet().policies()).isEqualTo(before);
		assertThat(this.publicSuffixes.reads()).isOne();
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void checkWhenPathsIgnoreCaseShouldCompileAgainWithoutAsking() {
		this.environment.setProperty("cors.policies.shop.paths", "/changed");
		this.policies.check(facts(false, List.of()));
		assertThat(this.engine.policySet().settings().caseSensitivePaths()).isFalse();
		assertThat(this.engine.policySet().policies()).hasSize(2)
			.first()
			.satisfies((policy) -> assertThat(policy.resolved().paths()).containsExactly("/**"));
		assertThat(this.publicSuffixes.reads()).isEqualTo(2);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void refreshWhenHandlersAreKnownShouldStillCheckThem() {
		this.policies.check(facts(false, HANDLERS));
		this.policies.refresh();
		assertThat(rules()).containsExactly(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN, Rule.NARROWS_CONFIGURED_PATH);
		assertThat(this.engine.policySet().settings().caseSensitivePaths()).isFalse();
		assertThat(this.asked).hasValue(2);
	}

	/**
	 * A database that hangs keeps nobody waiting but the one who asks for a refresh.
	 */
	@Test
	void refreshWhenSourceHangsShouldGoOnDecidingAndTelling() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.onAsked = () -> {
			asked.countDown();
			await(answer);
		};
		CompletableFuture<RefreshResult> refresh = CompletableFuture.supplyAsync(this.policies::refresh);
		asked.await();
		assertThat(this.engine.policySet().policies()).hasSize(2);
		assertThat(this.engine.registry().governing("/acme", 0)).isNotNull();
		assertThat(this.current.locate("acme", "paths")).isEqualTo("bean tenants");
		assertThat(this.policies.lastRefresh()).isNull();
		answer.countDown();
		assertThat(refresh.join().outcome()).isEqualTo(RefreshResult.Outcome.APPLIED);
	}

	@Test
	void refreshWhenSourceChangesItsListLaterShouldKeepWhatItReturned() {
		List<CorsPolicySpec> live = new ArrayList<>(this.supplied);
		this.supplied = live;
		this.policies.refresh();
		live.clear();
		this.policies.check(facts(false, List.of()));
		assertThat(this.engine.policySet().policies()).hasSize(2);
	}

	@Test
	void refreshWhenSourceReturnsOtherPoliciesEachTimeShouldAskOnceATime() {
		this.onAsked = () -> this.supplied = List.of(CorsPolicySpec.named("acme" + this.asked.get())
			.paths("/acme" + this.asked.get())
			.allowedOrigins("https://acme.example.com")
			.build());
		this.policies.refresh();
		this.policies.check(facts(false, List.of()));
		assertThat(this.engine.policySet().policies()).extracting(CorsPolicy::name)
			.containsExactlyInAnyOrder("shop", "acme2");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<Rule> rules() {
		return this.engine.policySet().findings().stream().map(Finding::rule).toList();
	}

	private static ApplicationFacts facts(boolean caseSensitivePaths, List<OtherCors> handlers) {
		return new ApplicationFacts("", "", false,
				caseSensitivePaths ? PathMatching.DEFAULT : PathMatching.IGNORING_CASE, "", "", List.of(), handlers);
	}

}
