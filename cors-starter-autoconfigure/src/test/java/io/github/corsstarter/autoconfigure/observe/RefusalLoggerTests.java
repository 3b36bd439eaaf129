package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusalLogger}.
 */
class RefusalLoggerTests {

	private static final PropertyLocator LOCATOR = (policy, key) -> "application.yml:" + key.length() + ":7";

	private final TickingClock clock = new TickingClock();

	private final Observed observed = new Observed(new RefusalLogger(LOCATOR, this.clock));

	@RegisterExtension
	private final LoggedLines logged = new LoggedLines(RefusalLogger.class);

	@Test
	void decidedWhenRefusedShouldWarnOnceAndDebugEach() {
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		assertThat(this.logged.of(Level.WARN)).singleElement()
			.asString()
			.startsWith(
					"CORS policy \"shop\" refused a preflight from origin \"https://shop.example.com\" on /shop/**: "
							+ "method-not-allowed \"PURGE\". ")
			.contains("cors.policies.shop.allowed-methods (application.yml:15:7)");
		assertThat(this.logged.of(Level.DEBUG)).hasSize(3)
			.containsOnly("CORS policy \"shop\" refused a preflight from origin \"https://shop.example.com\""
					+ " on /shop/**: method-not-allowed \"PURGE\"");
	}

	@Test
	void decidedWhenPolicyReasonOrOriginDiffersShouldWarnOfEach() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.observed.actual("/shop/1", "https://other.example");
		this.observed.actual("/news/1", "https://evil.example");
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		this.observed.actual("/closed", "https://evil.example");
		assertThat(this.logged.of(Level.WARN)).hasSize(5);
	}

	@Test
	void decidedWhenGrantedShouldLogNothing() {
		this.observed.actual("/shop/1", "https://shop.example.com");
		assertThat(this.logged.all()).isEmpty();
	}

	@Test
	void decidedWhenPolicyReportsOnlyShouldSayWouldHave() {
		this.observed.actual("/trial/1", "https://evil.example");
		assertThat(this.logged.of(Level.WARN)).singleElement()
			.asString()
			.startsWith("CORS policy \"trial\" would have refused a request from origin \"https://evil.example\"");
	}

	@Test
	void decidedWhenFormPostShouldSaySoAndAdviseOnCallbacks() {
		this.observed.actual("/shop/1", "POST", "https://idp.example", Map.of("Sec-Fetch-Mode", List.of("navigate")));
		assertThat(this.logged.of(Level.WARN)).singleElement()
			.asString()
			.startsWith("CORS policy \"shop\" refused a form post or other navigation from origin")
			.contains("on-refusal: forward");
	}

	@Test
	void decidedWhenOriginsAreMadeUpShouldLogABoundedNumberOfLines() {
		this.logged.setLevel(Level.INFO);
		Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		Observed flooded = new Observed(new RefusalLogger(LOCATOR, still));
		for (int i = 0; i < 100_000; i++) {
			flooded.actual("/shop/1", "https://made-up-" + i + ".example");
		}
		assertThat(this.logged.all()).hasSize(WarnWindow.MAX_VALUES + 1);
		assertThat(this.logged.of(Level.WARN).get(WarnWindow.MAX_VALUES))
			.isEqualTo("CORS policy \"shop\" refuses requests of more than 20 origins with origin-not-allowed: "
					+ "further ones are logged at DEBUG only, for at most 60 minutes");
	}

	@Test
	void refusedWhenManyPoliciesAreFloodedShouldHaveOneBudget() {
		this.logged.setLevel(Level.INFO);
		CorsPolicySpec[] specs = IntStream.range(0, 200)
			.mapToObj((i) -> CorsPolicySpec.named("p" + i)
				.paths("/p" + i + "/**")
				.allowedOrigins("https://shop.example.com")
				.build())
			.toArray(CorsPolicySpec[]::new);
		Observed flooded = new Observed(new RefusalLogger(LOCATOR, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
		flooded.replace(specs);
		for (int i = 0; i < 10_000; i++) {
			flooded.actual("/p" + (i % 200) + "/x", "https://made-up-" + i + ".example");
		}
		assertThat(this.logged.all()).hasSize(WarnWindow.MAX_WARNINGS + 1);
		assertThat(this.logged.of(Level.WARN).get(WarnWindow.MAX_WARNINGS))
			.isEqualTo("CORS policies refuse more than 1000 kinds of requests: "
					+ "further ones are logged at DEBUG only, for at most 60 minutes");
	}

	@Test
	void decidedWhenWindowIsOverShouldWarnAgain() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.clock.advance(WarnWindow.LENGTH);
		this.observed.actual("/shop/1", "https://evil.example");
		assertThat(this.logged.of(Level.WARN)).hasSize(2);
	}

	@Test
	void decidedWhenAnotherReasonFloodsShouldStillWarn() {
		this.logged.setLevel(Level.INFO);
		for (int i = 0; i < 1000; i++) {
			this.observed.actual("/shop/1", "https://made-up-" + i + ".example");
		}
		this.logged.clear();
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		assertThat(this.logged.of(Level.WARN)).hasSize(1);
	}

	@Test
	void decidedWhenOriginHoldsControlCharactersShouldLogOneCleanLine() {
		this.observed.actual("/shop/1", "https://evil.example\r\n2026 WARN forged\u001b[2J");
		assertThat(this.logged.of(Level.WARN)).singleElement().asString().matches("[ -~]*");
		assertThat(this.logged.of(Level.DEBUG)).singleElement().asString().matches("[ -~]*");
	}

}
