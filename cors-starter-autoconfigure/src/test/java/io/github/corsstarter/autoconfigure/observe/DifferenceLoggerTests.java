package io.github.corsstarter.autoconfigure.observe;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.corsstarter.explain.PropertyLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DifferenceLogger}.
 */
class DifferenceLoggerTests {

	private static final String TRIAL = "https://trial.example.com";

	private static final PropertyLocator LOCATOR = (policy, key) -> key.isEmpty() ? null : "application.yml:9:7";

	private final Observed observed = new Observed(new DifferenceLogger(LOCATOR, new TickingClock()));

	private final Logger logger = (Logger) LoggerFactory.getLogger(DifferenceLogger.class);

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
	void differsWhenResponseDiffersShouldWarnOnceAndDebugEach() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		String line = "CORS policy \"trial\" would have written Access-Control-Allow-Origin: " + TRIAL
				+ " on /trial/**, where a request got Access-Control-Allow-Origin: *."
				+ " If that is right, change cors.policies.trial.allowed-origins (application.yml:9:7)";
		assertThat(lines(Level.WARN)).containsExactly(line);
		assertThat(lines(Level.DEBUG)).containsExactly(line, line);
	}

	@Test
	void differsWhenHeaderIsMissingShouldSaySo() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", TRIAL));
		assertThat(lines(Level.WARN)).containsExactly("CORS policy \"trial\" would have written Vary: Origin"
				+ " on /trial/**, where a request got no Vary. Caches need it: nothing is to be changed");
	}

	@Test
	void differsWhenValuesAreManyOrHostileShouldBoundAndCleanThem() {
		for (int i = 0; i < 100; i++) {
			this.observed.leaves("/trial/1", TRIAL,
					Map.of("Access-Control-Allow-Origin", "x\r\nWARN forged " + i, "Vary", "Origin"));
		}
		assertThat(lines(Level.WARN)).hasSize(WarnWindow.MAX_ORIGINS + 1)
			.noneMatch((line) -> line.contains("\n"))
			.last()
			.asString()
			.contains("in more than 20 values of Access-Control-Allow-Origin: further ones are logged at DEBUG only");
	}

	@Test
	void differsWhenGoverningPolicyKeepsHeadersBackShouldTellThemOnce() {
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up");
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up");
		assertThat(lines(Level.WARN)).containsExactly("CORS policy \"shop\" takes Access-Control-Expose-Headers: x-up"
				+ " out of responses on /shop/**. If pages read these headers, list them in"
				+ " cors.policies.shop.exposed-headers (application.yml:9:7)");
	}

	private List<String> lines(Level level) {
		return this.appender.list.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

}
