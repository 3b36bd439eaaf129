package io.github.corsstarter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that policies are replaced in one step while requests are decided.
 */
class CorsEngineConcurrencyTests {

	private static final int SWAPS = 2_000;

	private static final String SHOP = "https://shop.example.com";

	private final CorsPolicySet one = set("one", "PUT", "X-One");

	private final CorsPolicySet two = set("two", "DELETE", "X-Two");

	private final CorsEngine engine = new CorsEngine(this.one, CorsObserver.NONE);

	private final AtomicBoolean swapping = new AtomicBoolean(true);

	@Test
	void decideWhenPoliciesAreReplacedShouldBelongWhollyToOneSet() throws Exception {
		Set<Answer> expected = Set.of(answer("PUT", "x-one"), answer("DELETE", "x-two"));
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			CountDownLatch started = new CountDownLatch(3);
			List<Future<Set<Answer>>> answers = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				answers.add(threads.submit(decisions(started)));
			}
			started.await();
			for (int i = 0; i < SWAPS; i++) {
				boolean even = i % 2 == 0;
				this.engine.replace(even ? this.two : this.one);
				assertThat(Answer.of(this.engine, preflight()))
					.isEqualTo(even ? answer("DELETE", "x-two") : answer("PUT", "x-one"));
			}
			this.swapping.set(false);
			for (Future<Set<Answer>> seen : answers) {
				assertThat(expected).containsAll(seen.get());
			}
		}
		finally {
			this.swapping.set(false);
			threads.shutdownNow();
		}
	}

	@Test
	void replaceWhenDoneShouldDecideByTheNewPoliciesAndTellTheObserver() {
		List<String> told = new ArrayList<>();
		CorsEngine engine = new CorsEngine(this.one, new CorsObserver() {

			@Override
			public void decided(CorsPolicy policy, CorsDecision decision) {
			}

			@Override
			public void replaced(List<CorsPolicy> policies) {
				policies.forEach((policy) -> told.add(policy.name()));
			}

		});
		engine.replace(this.two);
		assertThat(engine.policySet()).isSameAs(this.two);
		assertThat(told).containsExactly("one", "two");
		assertThat(Answer.of(engine, preflight())).isEqualTo(answer("DELETE", "x-two"));
	}

	private Callable<Set<Answer>> decisions(CountDownLatch started) {
		return () -> {
			Set<Answer> seen = new HashSet<>();
			seen.add(Answer.of(this.engine, preflight()));
			started.countDown();
			while (this.swapping.get()) {
				seen.add(Answer.of(this.engine, preflight()));
			}
			return seen;
		};
	}

	private static StubRequest preflight() {
		return StubRequest.preflight("/api/x", SHOP, "GET");
	}

	private static Answer answer(String method, String header) {
		return Answer.preflight(Map.of("Allow-Origin", SHOP, "Allow-Methods", "GET,HEAD," + method, "Allow-Headers",
				header, "Max-Age", "1800"));
	}

	private static CorsPolicySet set(String name, String method, String header) {
		return CorsPolicySet.compile(List.of(CorsPolicySpec.named(name)
			.paths("/api/**")
			.allowedOrigins(SHOP)
			.allowedMethods("GET", method)
			.allowedHeaders(header)
			.build()), CorsSettings.DEFAULTS).orThrow();
	}

}
