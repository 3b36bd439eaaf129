package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DifferenceLogger}.
 */
class DifferenceLoggerTests {

	private static final String TRIAL = "https://trial.example.com";

	private static final PropertyLocator LOCATOR = (policy, key) -> key.isEmpty() ? null : "application.yml:9:7";

	private final Observed observed = new Observed(new DifferenceLogger(LOCATOR, new TickingClock()));

	@RegisterExtension
	private final LoggedLines logged = new LoggedLines(DifferenceLogger.class);

	@Test
	void differsWhenResponseDiffersShouldWarnOnceAndDebugEach() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", "*", "Vary", "Origin"));
		String line = "CORS policy \"trial\" would have written Access-Control-Allow-Origin: " + TRIAL
				+ " on /trial/**, where a request got Access-Control-Allow-Origin: *."
				+ " If that is right, change cors.policies.trial.allowed-origins (application.yml:9:7)";
		assertThat(this.logged.of(Level.WARN)).containsExactly(line);
		assertThat(this.logged.of(Level.DEBUG)).containsExactly(line, line);
	}

	@Test
	void differsWhenHeaderIsMissingShouldSaySo() {
		this.observed.leaves("/trial/1", TRIAL, Map.of("Access-Control-Allow-Origin", TRIAL));
		assertThat(this.logged.of(Level.WARN)).containsExactly("CORS policy \"trial\" would have written Vary: Origin"
				+ " on /trial/**, where a request got no Vary. Caches need it: nothing is to be changed");
	}

	@Test
	void differsWhenValuesAreManyOrHostileShouldBoundAndCleanThem() {
		for (int i = 0; i < 100; i++) {
			this.observed.leaves("/trial/1", TRIAL,
					Map.of("Access-Control-Allow-Origin", "x\r\nWARN forged " + i, "Vary", "Origin"));
		}
		assertThat(this.logged.of(Level.WARN)).hasSize(WarnWindow.MAX_VALUES + 1)
			.noneMatch((line) -> line.contains("\n"))
			.last()
			.asString()
			.contains("in more than 20 values of Access-Control-Allow-Origin: further ones are logged at DEBUG only");
	}

	@Test
	void differsWhenManyPoliciesAreFloodedShouldHaveOneBudget() {
		CorsPolicySpec[] specs = IntStream.range(0, 60)
			.mapToObj((i) -> CorsPolicySpec.named("p" + i)
				.paths("/p" + i + "/**")
				.allowedOrigins(TRIAL)
				.mode(PolicyMode.REPORT_ONLY)
				.build())
			.toArray(CorsPolicySpec[]::new);
		Observed flooded = new Observed(new DifferenceLogger(LOCATOR, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
		flooded.replace(specs);
		for (int i = 0; i < 3000; i++) {
			flooded.leaves("/p" + (i % 60) + "/x", TRIAL,
					Map.of("Access-Control-Allow-Origin", "https://made-up-" + i + ".example", "Vary", "Origin"));
		}
		assertThat(this.logged.of(Level.WARN)).hasSize(WarnWindow.MAX_WARNINGS + 1)
			.last()
			.isEqualTo("Responses differ from CORS policies in more than 1000 ways: "
					+ "further ones are logged at DEBUG only, for at most 60 minutes");
	}

	@Test
	void differsWhenGoverningPolicyKeepsHeadersBackShouldTellThemOnce() {
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up");
		this.observed.keepsBack("/shop/1", "https://shop.example.com", "X-Up");
		assertThat(this.logged.of(Level.WARN))
			.containsExactly("CORS policy \"shop\" takes Access-Control-Expose-Headers: x-up"
					+ " out of responses on /shop/**. If pages read these headers, list them in"
					+ " cors.policies.shop.exposed-headers (application.yml:9:7)");
	}

}
