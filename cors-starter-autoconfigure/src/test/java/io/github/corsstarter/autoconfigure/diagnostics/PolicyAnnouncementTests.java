package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyAnnouncement}.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class PolicyAnnouncementTests {

	/**
	 * Applications of other tests leave the levels of their logging behind.
	 */
	@BeforeEach
	void logAtInfo() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(PolicyAnnouncement.class.getName(), LogLevel.INFO);
	}

	@Test
	void describeWhenThereArePoliciesShouldNameThemWithPathsAndUnusualModes() {
		List<CorsPolicySpec> specs = List.of(spec("shop", "/shop/**", "/cart").build(),
				spec("trial", "/trial/**").mode(PolicyMode.REPORT_ONLY).build(),
				spec("closed", "/closed").mode(PolicyMode.DENY).build());
		assertThat(PolicyAnnouncement.describe(compile(specs))).isEqualTo(
				"CORS policies: shop [/shop/**, /cart], trial (report-only) [/trial/**], closed (deny) [/closed]");
	}

	@Test
	void runWhenThereAreNoPoliciesShouldSayThatNothingIsDone(CapturedOutput output) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, RefusalAutoConfiguration.class))
			.run((context) -> assertThat(output.getOut()).containsOnlyOnce("INFO")
				.contains("No CORS policies: the starter does nothing" + System.lineSeparator()));
	}

	@Test
	void runWhenOnlyOtherCorsIsConfiguredShouldNameIt(CapturedOutput output) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, RefusalAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.cors.allowed-origins=https://admin.example.com")
			.run((context) -> assertThat(output.getOut()).containsOnlyOnce("INFO")
				.contains("No CORS policies: the starter does nothing. CORS is configured by property "
						+ "management.endpoints.web.cors (/actuator/**), "
						+ "which /actuator/cors?suggest=true shows as policies"));
	}

	@Test
	void describeWhenThereAreManyShouldCountTheRest() {
		List<CorsPolicySpec> specs = IntStream.range(0, 1000)
			.mapToObj((i) -> spec("policy-" + i, "/path-" + i + "/**").build())
			.toList();
		String text = PolicyAnnouncement.describe(compile(specs));
		assertThat(text).hasSizeLessThan(PolicyAnnouncement.MAX_LENGTH + 20).endsWith(" more");
	}

	@Test
	void runWhenApplicationStartsShouldLogOneLine(CapturedOutput output) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, RefusalAutoConfiguration.class))
			.withPropertyValues("cors.policies.shop.paths=/shop/**",
					"cors.policies.shop.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(output.getOut()).containsOnlyOnce("INFO")
				.containsOnlyOnce("CORS policies: shop [/shop/**]"));
	}

	private static CorsPolicySpec.Builder spec(String name, String... paths) {
		return CorsPolicySpec.named(name).paths(paths).allowedOrigins("https://shop.example.com");
	}

	private static List<CorsPolicy> compile(List<CorsPolicySpec> specs) {
		return CorsPolicySet.compile(specs, CorsSettings.DEFAULTS).orThrow().policies();
	}

}
