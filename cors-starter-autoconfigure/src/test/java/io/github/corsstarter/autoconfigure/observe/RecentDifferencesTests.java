package io.github.corsstarter.autoconfigure.observe;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentDifferences}.
 */
class RecentDifferencesTests {

	private static final String TRIAL = "https://trial.example.com";

	private final RecentDifferences differences = new RecentDifferences(10, new TickingClock());

	private final Observed observed = new Observed(this.differences);

	@Test
	void recentWhenDifferencesAreTheSameShouldCountThem() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		this.observed.leaves("/trial/2", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		assertThat(this.differences.recent()).singleElement().satisfies((recent) -> {
			assertThat(recent.value().policy()).isEqualTo("trial");
			assertThat(recent.value().pattern()).isEqualTo("/trial/**");
			assertThat(recent.value().header().header()).isEqualTo("Access-Control-Allow-Origin");
			assertThat(recent.value().header().written()).isEqualTo("*");
			assertThat(recent.value().header().policyValue()).isEqualTo(TRIAL);
			assertThat(recent.count()).isEqualTo(2);
			assertThat(recent.firstSeen()).isEqualTo(Instant.ofEpochSecond(1));
			assertThat(recent.lastSeen()).isEqualTo(Instant.ofEpochSecond(2));
		});
	}

	@Test
	void recentWhenOneHeaderIsMadeUpShouldKeepTheOthers() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", TRIAL));
		for (int i = 0; i < 100; i++) {
			this.observed.leaves("/trial/1", "https://made-up-" + i + ".example",
					Map.of("Access-Control-Allow-Origin", "https://made-up-" + i + ".example"));
		}
		assertThat(this.differences.recent()).hasSize(10)
			.filteredOn((recent) -> recent.value().header().header().equals("Vary"))
			.hasSize(1);
	}

	@Test
	void recentWhenPolicyIsGoneShouldForgetIts() {
		this.observed.leaves("/trial/1", TRIAL, Map.of());
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up, X-Down");
		this.observed.replace(Observed.SHOP);
		assertThat(this.differences.recent()).singleElement()
			.satisfies((recent) -> assertThat(recent.value().header().written()).isEqualTo("x-down, x-up"));
		assertThat(List.copyOf(new RecentDifferences(0, new TickingClock()).recent())).isEmpty();
	}

}
