package io.github.corsstarter.autoconfigure.observe;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsMetrics}.
 */
class CorsMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final Observed observed = new Observed(new CorsMetrics(this.registry));

	@Test
	void decidedWhenGrantedShouldCountWithoutReason() {
		this.observed.actual("/shop/1", "https://shop.example.com");
		this.observed.actual("/shop/1", "https://shop.example.com");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PUT", "");
		assertThat(count("policy", "shop", "type", "actual", "outcome", "granted", "reason", "none", "mode", "enforce"))
			.isEqualTo(2);
		assertThat(
				count("policy", "shop", "type", "preflight", "outcome", "granted", "reason", "none", "mode", "enforce"))
			.isEqualTo(1);
		assertThat(total()).isEqualTo(3);
	}

	@Test
	void decidedWhenRefusedShouldCountByReason() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.observed.actual("/shop/1", "x");
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		this.observed.preflight("/shop/1", "https://evil.example", "PUT", "");
		this.observed.preflight("/shop/1", "x", "PUT", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PUT", "x-trace");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PUT", "x".repeat(5000));
		for (String reason : List.of("origin-not-allowed", "origin-malformed", "method-not-allowed")) {
			assertThat(count("type", "actual", "outcome", "refused", "reason", reason)).isEqualTo(1);
			assertThat(count("type", "preflight", "outcome", "refused", "reason", reason)).isEqualTo(1);
		}
		assertThat(count("type", "preflight", "reason", "header-not-allowed")).isEqualTo(1);
		assertThat(count("type", "preflight", "reason", "headers-malformed")).isEqualTo(1);
		assertThat(total()).isEqualTo(8);
	}

	@Test
	void decidedWhenModeIsNotEnforceShouldTagIt() {
		this.observed.actual("/trial/1", "https://evil.example");
		this.observed.actual("/closed", "https://evil.example");
		this.observed.preflight("/closed", "https://evil.example", "PUT", "");
		assertThat(count("policy", "trial", "mode", "report-only", "reason", "origin-not-allowed")).isEqualTo(1);
		assertThat(count("policy", "closed", "mode", "deny", "reason", "denied")).isEqualTo(2);
	}

	@Test
	void differsWhenPolicyReportsOnlyShouldCountResponsesBesideTheDecisions() {
		this.observed.leaves("/trial/1", "https://trial.example.com", Map.of("Access-Control-Allow-Origin", "*"));
		this.observed.leaves("/trial/2", "https://trial.example.com", Map.of());
		this.observed.leaves("/trial/2", "https://evil.example", Map.of());
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up");
		assertThat(count("policy", "trial", "type", "actual", "outcome", "differs", "reason", "none", "mode",
				"report-only"))
			.isEqualTo(2);
		assertThat(count("policy", "trial", "outcome", "granted")).isEqualTo(2);
		assertThat(count("policy", "trial", "outcome", "refused")).isEqualTo(1);
		assertThat(total()).isEqualTo(5);
	}

	@Test
	void decidedWhenSameOriginShouldCountItApart() {
		this.observed.actual("/closed", "GET", "https://me.example", Map.of("Sec-Fetch-Site", List.of("same-origin")));
		assertThat(count("policy", "closed", "type", "actual", "outcome", "same-origin", "reason", "none"))
			.isEqualTo(1);
	}

	@Test
	void decidedWhenRequestsDifferShouldMakeNoMeters() {
		int meters = this.registry.getMeters().size();
		for (int i = 0; i < 1000; i++) {
			this.observed.actual("/shop/" + i, "M" + i, "https://made-up-" + i + ".example", Map.of());
		}
		assertThat(this.registry.getMeters()).hasSize(meters);
	}

	@Test
	void retainWhenPolicyIsGoneShouldRemoveItsMetersAndKeepOthers() {
		this.observed.actual("/news/1", "https://evil.example");
		this.observed.replace(Observed.NEWS);
		assertThat(this.registry.getMeters()).isNotEmpty()
			.allMatch((meter) -> "news".equals(meter.getId().getTag("policy")));
		this.observed.actual("/news/1", "https://evil.example");
		assertThat(count("policy", "news", "reason", "origin-not-allowed", "type", "actual")).isEqualTo(2);
		this.observed.replace();
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private double count(String... tags) {
		return this.registry.get(CorsMetrics.NAME).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
	}

	private double total() {
		return this.registry.get(CorsMetrics.NAME).counters().stream().mapToDouble(Counter::count).sum();
	}

}
