package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusalLogger}.
 */
class RefusalLoggerTests {

	private static final PropertyLocator LOCATOR = (policy, key) -> "application.yml:" + key.length() + ":7";

	private final TickingClock clock = new TickingClock();

	private final Observed observed = new Observed(new RefusalLogger(LOCATOR, this.clock));

	private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLogger.class);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.appender);
		this.appender.start();
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void decidedWhenRefusedShouldWarnOnceAndDebugEach() {
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		this.observed.preflight("/shop/1", "https://shop.example.com", "PURGE", "");
		assertThat(lines(Level.WARN)).singleElement()
			.asString()
			.startsWith(
					"CORS policy \"shop\" refused a preflight from origin \"https://shop.example.com\" on /shop/**: "
							+ "method-not-allowed \"PURGE\". ")
			.contains("cors.policies.shop.allowed-methods (application.yml:15:7)");
		assertThat(lines(Level.DEBUG)).hasSize(3)
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
		assertThat(lines(Level.WARN)).hasSize(5);
	}

	@Test
	void decidedWhenGrantedShouldLogNothing() {
		this.observed.actual("/shop/1", "https://shop.example.com");
		assertThat(this.appender.list).isEmpty();
	}

	@Test
	void decidedWhenPolicyReportsOnlyShouldSayWouldHave() {
		this.observed.actual("/trial/1", "https://evil.example");
		assertThat(lines(Level.WARN)).singleElement()
			.asString()
			.startsWith("CORS policy \"trial\" would have refused a request from origin \"https://evil.example\"");
	}

	@Test
	void decidedWhenFormPostShouldSaySoAndAdviseOnCallbacks() {
		this.observed.actual("/shop/1", "POST", "https://idp.example", Map.of("Sec-Fetch-Mode", List.of("navigate")));
		assertThat(lines(Level.WARN)).singleElement()
			.asString()
			.startsWith("CORS policy \"shop\" refused a form post or other navigation from origin")
			.contains("on-refusal: forward");
	}

	@Test
	void decidedWhenOriginsAreMadeUpShouldLogABoundedNumberOfLines() {
		this.logger.setLevel(Level.INFO);
		Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		Observed flooded = new Observed(new RefusalLogger(LOCATOR, still));
		for (int i = 0; i < 100_000; i++) {
			flooded.actual("/shop/1", "https://made-up-" + i + ".example");
		}
		assertThat(this.appender.list).hasSize(WarnWindow.MAX_ORIGINS + 1);
		assertThat(lines(Level.WARN).get(WarnWindow.MAX_ORIGINS))
			.isEqualTo("CORS policy \"shop\" refuses requests of more than 20 origins with origin-not-allowed: "
					+ "further ones are logged at DEBUG only, for at most 60 minutes");
	}

	@Test
	void refusedWhenManyPoliciesAreFloodedShouldHaveOneBudget() {
		this.logger.setLevel(Level.INFO);
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
		assertThat(this.appender.list).hasSize(WarnWindow.MAX_WARNINGS + 1);
		assertThat(lines(Level.WARN).get(WarnWindow.MAX_WARNINGS))
			.isEqualTo("CORS policies refuse more than 1000 kinds of requests: "
					+ "further ones are logged at DEBUG only, for at most 60 minutes");
	}

	@Test
	void decidedWhenWindowIsOverShouldWarnAgain() {
		this.observed.actual("/shop/1", "https://evil.example");
		this.clock.advance(WarnWindow.LENGTH);
		this.observed.actual("/shop/1", "https://evil.example");
		assertThat(lines(Level.WARN)).hasSize(2);
	}

	@Test
	void decidedWhenAnotherReasonFloodsShouldStillWarn() {
		this.logger.setLevel(Level.INFO);
		for (int i = 0; i < 1000; i++) {
			this.observed.actual("/shop/1", "https://made-up-" + i + ".example");
		}
		this.appender.list.clear();
		this.observed.actual("/shop/1", "DELETE", "https://shop.example.com", Map.of());
		assertThat(lines(Level.WARN)).hasSize(1);
	}

	@Test
	void decidedWhenOriginHoldsControlCharactersShouldLogOneCleanLine() {
		this.observed.actual("/shop/1", "https://evil.example\r\n2026 WARN forged\u001b[2J");
		assertThat(lines(Level.WARN)).singleElement().asString().matches("[ -~]*");
		assertThat(lines(Level.DEBUG)).singleElement().asString().matches("[ -~]*");
	}

	private List<String> lines(Level level) {
		return this.appender.list.stream()
			.filter((event) -> event.getLevel().equals(level))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

}
