package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.text.Printable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentRefusals}.
 */
class RecentRefusalsTests {

	private final TickingClock clock = new TickingClock();

	private final RecentRefusals log = new RecentRefusals(10, this.clock);

	private final Observed observed = new Observed(this.log);

	@Test
	void recentWhenRefusalsAreTheSameShouldCountThem() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.observed.actual("/shop/2", "https://evil.example");
		this.observed.actual("/shop/3", "https://evil.example");
		assertThat(this.log.recent()).singleElement().satisfies((recent) -> {
			assertThat(recent.count()).isEqualTo(3);
			assertThat(recent.firstSeen()).isEqualTo(Instant.ofEpochSecond(1));
			assertThat(recent.lastSeen()).isEqualTo(Instant.ofEpochSecond(3));
			assertThat(recent.value().pattern()).isEqualTo("/shop/**");
			assertThat(recent.value().origin()).isEqualTo("https://evil.example");
			assertThat(recent.value().reason()).isEqualTo(RefusalReason.ORIGIN_NOT_ALLOWED);
		});
	}

	@Test
	void recentWhenRefusalsDifferShouldKeepEachTheLastOneFirst() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.observed.actual("/cart", "https://evil.example");
		this.observed.actual("/shop/1", "https://other.example");
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PUT", "x-trace");
		this.observed.actual("/closed", "https://shop.example.com");
		assertThat(this.log.recent())
			.extracting((recent) -> recent.value().reason().code() + " " + recent.value().pattern() + " "
					+ recent.value().detail())
			.containsExactly("denied /closed ", "header-not-allowed /shop/** x-trace",
					"method-not-allowed /shop/** PURGE", "method-not-allowed /shop/** DELETE",
					"origin-not-allowed /shop/** https://other.example",
					"origin-not-allowed /cart https://evil.example",
					"origin-not-allowed /shop/** https://evil.example");
	}

	@Test
	void recentWhenGrantedOrSameOriginShouldBeEmpty() {
		this.observed.actual("/shop/1", "https://shop.example.com");
		this.observed.actual("/shop/1", "GET", "https://evil.example",
				Map.of("Sec-Fetch-Site", List.of("same-origin")));
		this.observed.actual("/elsewhere", "https://evil.example");
		assertThat(this.log.recent()).isEmpty();
	}

	@Test
	void recentWhenPolicyReportsOnlyShouldHaveWhatItWouldHaveRefused() {
		this.observed.actual("/trial/1", "https://evil.example");
		assertThat(this.log.recent()).singleElement()
			.extracting((recent) -> recent.value().policy().name())
			.isEqualTo("trial");
	}

	@Test
	void recentWhenFormPostShouldTellItApart() {
		this.observed.actual("/shop/1", "POST", "https://idp.example", Map.of());
		this.observed.actual("/shop/1", "POST", "https://idp.example", Map.of("Sec-Fetch-Mode", List.of("navigate")));
		assertThat(this.log.recent()).extracting((recent) -> recent.value().circumstance())
			.containsExactly(Refusal.Circumstance.NAVIGATION, Refusal.Circumstance.NONE);
	}

	@Test
	void recordWhenKindFloodsShouldEvictOnlyItself() {
		this.observed.actual("/news/1", "https://evil.example");
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		flood("/shop/1", 1000);
		assertThat(this.log.recent()).hasSize(10);
		assertThat(this.log.recent()).extracting((recent) -> recent.value().reason())
			.contains(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(this.log.recent()).extracting((recent) -> recent.value().policy().name()).contains("news");
		assertThat(this.log.recent().get(0).value().origin()).isEqualTo("https://made-up-999.example");
		assertThat(this.log.dropped()).isEqualTo(992);
	}

	@Test
	void recordWhenAnotherKindHasTheWholeTableShouldTakeItsShare() {
		flood("/shop/1", 100);
		flood("/news/1", 100);
		Map<String, Long> sizes = this.log.recent()
			.stream()
			.collect(java.util.stream.Collectors.groupingBy((recent) -> recent.value().policy().name(),
					java.util.stream.Collectors.counting()));
		assertThat(sizes).containsOnly(Map.entry("shop", 5L), Map.entry("news", 5L));
	}

	@Test
	void recordWhenThereAreMoreKindsThanSlotsShouldKeepTheLatest() {
		RecentRefusals small = new RecentRefusals(1, this.clock);
		Observed observed = new Observed(small);
		observed.actual("/shop/1", "https://evil.example");
		observed.actual("/news/1", "https://evil.example");
		observed.actual("/closed", "https://evil.example");
		assertThat(small.recent()).singleElement()
			.extracting((recent) -> recent.value().policy().name())
			.isEqualTo("closed");
		assertThat(small.dropped()).isEqualTo(2);
	}

	@Test
	void recordWhenSeenAgainShouldOutliveWhatWasNot() {
		this.observed.actual("/shop/1", "https://loyal.example");
		for (int i = 0; i < 100; i++) {
			this.observed.actual("/shop/1", "https://made-up-" + i + ".example");
			this.observed.actual("/shop/1", "https://loyal.example");
		}
		assertThat(this.log.recent().get(0).count()).isEqualTo(101);
	}

	@Test
	void recentWhenValuesAreHostileShouldBeCleanedAndCut() {
		this.observed.actual("/shop/1", "https://evil.example\r\nWARN forged\u001b[31m\u202e");
		this.observed.actual("/shop/1", "https://" + "a".repeat(250) + ".example");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PUT", "x-" + "y".repeat(3000));
		assertThat(this.log.recent()).hasSize(3).allSatisfy((recent) -> {
			assertThat(recent.value().origin()).matches("[ -~]*").hasSizeLessThanOrEqualTo(Printable.MAX_LENGTH);
			assertThat(recent.value().detail()).matches("[ -~]*").hasSizeLessThanOrEqualTo(Printable.MAX_LENGTH);
		});
	}

	@Test
	void recordWhenOriginsAreOverlongShouldKeepTheSameTextOnce() {
		for (int i = 0; i < 100; i++) {
			this.observed.actual("/shop/1", "https://" + "a".repeat(300 + i) + ".example");
		}
		assertThat(this.log.recent()).singleElement().satisfies((recent) -> {
			assertThat(recent.count()).isEqualTo(100);
			assertThat(recent.value().origin()).hasSize(300).startsWith("https://aaa").endsWith("a...");
		});
	}

	@Test
	void recordWhenHashCodesCollideShouldTellOriginsApart() {
		RecentRefusals large = new RecentRefusals(5000, this.clock);
		Observed observed = new Observed(large);
		// "Aa" and "BB" have the same hash code, so have all texts made of them.
		for (int i = 0; i < 4096; i++) {
			String host = String.format("%12s", Integer.toBinaryString(i)).replace(' ', '0');
			observed.actual("/shop/1", "https://" + host.replace("0", "Aa").replace("1", "BB"));
		}
		assertThat(large.recent()).hasSize(4096).allMatch((recent) -> recent.count() == 1);
	}

	@Test
	void recordWhenPolicyIsGoneMeanwhileShouldKeepNothing() {
		List<Refusal> late = new ArrayList<>();
		CorsObserver delayed = CorsObserver.all(List.of(this.log, new Late(late)));
		Observed engine = new Observed(delayed);
		engine.actual("/shop/1", "https://evil.example");
		engine.replace(Observed.NEWS);
		this.log.refused(late.get(0));
		assertThat(this.log.recent()).isEmpty();
	}

	@Test
	void replacedWhenPolicyIsGoneShouldForgetItsRefusals() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.observed.actual("/news/1", "https://evil.example");
		this.observed.replace(Observed.NEWS);
		assertThat(this.log.recent()).singleElement().satisfies((recent) -> {
			assertThat(recent.value().policy()).isSameAs(this.observed.engine().policySet().policies().get(0));
			assertThat(recent.count()).isEqualTo(1);
		});
		flood("/news/1", 100);
		assertThat(this.log.recent()).hasSize(10);
	}

	@Test
	void recentWhenCapacityIsZeroShouldStayEmpty() {
		RecentRefusals none = new RecentRefusals(0, this.clock);
		new Observed(none).actual("/shop/1", "https://evil.example");
		assertThat(none.recent()).isEmpty();
		assertThat(none.dropped()).isZero();
	}

	@Test
	void recordWhenThreadsCompeteShouldLoseNothing() throws InterruptedException {
		RecentRefusals shared = new RecentRefusals(64, Clock.systemUTC());
		Observed observed = new Observed(shared);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		CountDownLatch start = new CountDownLatch(1);
		for (int thread = 0; thread < 4; thread++) {
			threads.execute(() -> {
				awaitUninterruptibly(start);
				IntStream.range(0, 20_000)
					.forEach((i) -> observed.actual("/shop/1", "https://o" + (i % 50) + ".example"));
			});
		}
		start.countDown();
		threads.shutdown();
		assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(shared.recent()).hasSize(50).allMatch((recent) -> recent.count() == 1600);
	}

	private void flood(String path, int count) {
		IntStream.range(0, count).forEach((i) -> this.observed.actual(path, "https://made-up-" + i + ".example"));
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Late(List<Refusal> refusals) implements CorsObserver {

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
		}

		@Override
		public void refused(Refusal refusal) {
			this.refusals.add(refusal);
		}

	}

}
