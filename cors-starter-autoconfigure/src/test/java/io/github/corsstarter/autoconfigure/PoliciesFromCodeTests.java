package io.github.corsstarter.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for policies out of a {@link CorsPolicySource}, whose texts may be a stranger's:
 * tenants choose their names and origins.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class PoliciesFromCodeTests {

	private static final String FORGED = "2026-01-01 WARN forged";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, RefusalAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "", "acme\r\n" + FORGED, "acme\u2028" + FORGED, "acme\u001b[2J", "acme#2", "b\u00fccher" })
	void startWhenNameIsInvalidShouldReportItAndDenyThePaths(String name, CapturedOutput output) {
		start(spec(name, "/acme/**", "https://acme.example.com")).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_POLICY_NAME);
			assertThat(policy(context).mode()).isEqualTo(PolicyMode.DENY);
			assertThat(policy(context).name()).matches("[a-zA-Z0-9-]+");
			assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith(FORGED));
			assertThat(output).contains("[invalid-policy-name]").doesNotContain("\u001b[2J", "\u2028");
		});
	}

	@Test
	void startWhenNameIsLongShouldBoundWhatIsPrintedOfIt(CapturedOutput output) {
		start(spec("a".repeat(5000), "/acme/**", "https://acme.example.com")).run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_POLICY_NAME);
			assertThat(policy(context).name()).isEqualTo("a".repeat(100));
			assertThat(output).doesNotContain("a".repeat(301));
		});
	}

	@Test
	void startWhenOriginForgesLinesShouldCleanWhatIsPrintedOfIt(CapturedOutput output) {
		start(spec("acme", "/acme/**", "https://acme.example.com\n" + FORGED)).run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_ORIGIN);
			assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith(FORGED));
			assertThat(output).contains("https://acme.example.com?" + FORGED);
		});
	}

	@Test
	void startWhenPathForgesLinesShouldRefuseIt(CapturedOutput output) {
		start(spec("acme", "/acme/\u0085" + FORGED, "https://acme.example.com")).run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_PATH);
			assertThat(output).contains("/acme/?" + FORGED);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://acme.example.com\u202e", "https://\u2066acme.example.com", "https://acme\u0000",
			"https://acme\ud800.example.com", "https://acme.example.com\u001b[31m", "https://acme.example.com\u200b" })
	void startWhenOriginSteersTerminalsShouldCleanWhatIsPrintedOfIt(String origin, CapturedOutput output) {
		start(spec("acme", "/acme/**", origin)).run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_ORIGIN);
			assertThat(policy(context).mode()).isEqualTo(PolicyMode.DENY);
			assertThat(findings(context).get(0).toString() + output).doesNotContain("\u202e", "\u2066", "\u0000",
					"\ud800", "\u001b[31m", "\u200b");
		});
	}

	@Test
	void startWhenOriginsAreOverlongOrManyShouldBoundWhatIsPrintedOfThem(CapturedOutput output) {
		List<String> origins = IntStream.range(0, 1000).mapToObj((i) -> "https://" + i + "a".repeat(5000)).toList();
		start(CorsPolicySpec.named("acme").paths("/acme/**").allowedOrigins(origins)).run((context) -> {
			assertThat(findings(context)).hasSize(1000);
			assertThat(output.getOut().lines().filter((line) -> line.contains("[invalid-origin]"))).hasSize(50);
			assertThat(output).contains("... and 950 more findings").doesNotContain("a".repeat(301));
		});
	}

	@Test
	void startWhenColumnOfOneRowIsEmptyShouldLeaveThatOutAlone() {
		@Nullable String[] column = { null };
		this.runner.withBean("tenants", CorsPolicySource.class,
				() -> () -> List.of(CorsPolicySpec.named("initech").paths("/initech/**").allowedOrigins(column).build(),
						spec("acme", "/acme/**", "https://acme.example.com").build()))
			.run((context) -> {
				assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.UNQUOTED_NULL);
				assertThat(context.getBean(CorsEngine.class).policySet().policies())
					.extracting((policy) -> policy.name() + " " + policy.mode().code())
					.containsExactlyInAnyOrder("acme enforce", "initech deny");
			});
	}

	static Stream<Arguments> sourcesOfNull() {
		@Nullable CorsPolicySpec[] nothing = { null };
		return Stream.of(Arguments.of(new Source(null, ""), "policies() is null"),
				Arguments.of(new Source(List.of(), null), "pathPrefix() is null"),
				Arguments.of(new Source(Arrays.asList(nothing), ""), "a policy of policies() is null"));
	}

	@ParameterizedTest
	@MethodSource("sourcesOfNull")
	void startWhenSourceReturnsNullShouldSayWhichAndWhat(CorsPolicySource source, String problem) {
		this.runner.withBean("tenants", CorsPolicySource.class, () -> source)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("CorsPolicySource \"tenants\": " + problem));
	}

	@Test
	void startWhenUrlWithAPasswordIsAPathShouldNotRepeatIt(CapturedOutput output) {
		start(spec("acme", "https://user:p@ssword@acme.example.com", "https://acme.example.com")).run((context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly(Rule.INVALID_PATH);
			assertThat(output).contains("https://***@acme.example.com").doesNotContain("ssword");
		});
	}

	@Test
	void startWhenOriginHoldsAPasswordShouldMaskIt(CapturedOutput output) {
		start(spec("acme", "/acme/**", "https://user:p@ss/word@acme.example.com")).run((context) -> {
			assertThat(findings(context)).extracting(Finding::value).containsExactly("https://***@acme.example.com");
			assertThat(output).contains("https://***@acme.example.com").doesNotContain("word");
		});
	}

	private WebApplicationContextRunner start(CorsPolicySpec.Builder spec) {
		return this.runner.withBean("tenants", CorsPolicySource.class, () -> () -> List.of(spec.build()));
	}

	private static List<Finding> findings(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().findings();
	}

	private static CorsPolicy policy(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().policies().get(0);
	}

	/**
	 * A source that may return what it must not.
	 */
	private record Source(@Nullable List<CorsPolicySpec> supplied,
			@Nullable String prefix) implements CorsPolicySource {

		@Override
		@SuppressWarnings("NullAway")
		public List<CorsPolicySpec> policies() {
			return this.supplied;
		}

		@Override
		@SuppressWarnings("NullAway")
		public String pathPrefix() {
			return this.prefix;
		}

	}

	private static CorsPolicySpec.Builder spec(String name, String path, String origin) {
		return CorsPolicySpec.named(name).paths(path).allowedOrigins(origin);
	}

}
