package io.github.corsstarter.autoconfigure.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static io.github.corsstarter.autoconfigure.inspect.InspectedStack.REACTIVE;
import static io.github.corsstarter.autoconfigure.inspect.InspectedStack.findings;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is looked up in an application, on both stacks.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class ApplicationInspectionTests {

	@ParameterizedTest
	@EnumSource
	void startWhenHandlerIsAnnotatedShouldNameIt(InspectedStack stack) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/annotated/**"), (context) -> {
			Finding finding = findings(context).get(0);
			assertThat(finding.rule()).isEqualTo(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN);
			assertThat(finding.message()).endsWith(": AnnotatedController, PartlyAnnotatedController#one");
			assertThat(finding.property()).isEqualTo("cors.policies.shop.paths[0]");
		});
	}

	@ParameterizedTest
	@EnumSource
	void startWhenNoGovernedHandlerIsAnnotatedShouldFindNothing(InspectedStack stack) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/plain/**"),
				(context) -> assertThat(findings(context)).isEmpty());
	}

	@ParameterizedTest
	@EnumSource
	void startWhenMappingIgnoresCaseShouldCompilePoliciesThatDo(InspectedStack stack) {
		stack.run(stack.ignoringCase, List.of("cors.policies.shop.paths=/Plain"),
				(context) -> assertThat(settingsAreCaseSensitive(context)).isFalse());
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/Plain"),
				(context) -> assertThat(settingsAreCaseSensitive(context)).isTrue());
	}

	@ParameterizedTest
	@EnumSource
	void startWhenMappingIgnoresCaseShouldReportPathsThatAreEqualThen(InspectedStack stack) {
		List<String> properties = List.of("cors.policies.shop.paths=/Plain", "cors.policies.other.paths=/plain",
				"cors.policies.other.allowed-origins=https://other.example.com");
		stack.run(stack.plain, properties, (context) -> assertThat(findings(context)).isEmpty());
		stack.runner(stack.ignoringCase, properties)
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::rule)
				.isEqualTo(Rule.DUPLICATE_PATH));
	}

	@ParameterizedTest
	@EnumSource
	void startWhenThereAreWarningsShouldLogEachOnce(InspectedStack stack, CapturedOutput output) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/annotated/**", "cors.policies.shop.max-age=12h"),
				(context) -> assertThat(findings(context)).hasSize(2));
		assertThat(output).containsOnlyOnce("[max-age-above-browser-cap] cors.policies.shop.max-age: \"12h\"")
			.containsOnlyOnce("[cross-origin-annotation-overridden]");
	}

	@ParameterizedTest
	@EnumSource
	void startWhenHandlersTellMoreShouldAskEachSourceOnce(InspectedStack stack) {
		for (Class<?> configuration : List.of(stack.plain, stack.ignoringCase)) {
			AtomicInteger asked = new AtomicInteger();
			CorsPolicySource source = () -> {
				asked.incrementAndGet();
				return List.of();
			};
			stack.runner(configuration, List.of("cors.policies.shop.paths=/annotated/**"))
				.withBean(CorsPolicySource.class, () -> source)
				.run((context) -> {
					assertThat(findings(context)).isNotEmpty();
					assertThat(asked).hasValue(1);
				});
		}
	}

	@ParameterizedTest
	@EnumSource
	void startWhenHandlersAreAnnotatedShouldBindAndCompileOnce(InspectedStack stack) {
		Map<String, Object> properties = new ConcurrentHashMap<>(Map.of("cors.policies.shop.paths", "/annotated/**"));
		// Asked when properties are bound: what is written later nobody reads.
		CorsPolicySource source = () -> {
			properties.put("cors.policies.shop.paths", "/plain/**");
			return List.of();
		};
		PolicyRecorder recorder = new PolicyRecorder();
		stack.runner(stack.plain, List.of())
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("changing", properties)))
			.withBean(CorsPolicySource.class, () -> source)
			.withBean(CorsObserver.class, () -> recorder)
			.run((context) -> {
				assertThat(findings(context)).extracting(Finding::rule)
					.containsExactly(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN);
				assertThat(recorder.compiled).hasSize(1);
				assertThat(recorder.compiled.get(0).resolved().paths()).containsExactly("/annotated/**");
			});
	}

	@ParameterizedTest
	@EnumSource
	void startWhenWarningsFailShouldFailForWhatHandlersShow(InspectedStack stack) {
		stack.runner(stack.plain, List.of("cors.policies.shop.paths=/annotated/**", "cors.fail-on=warning"))
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::rule)
				.isEqualTo(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN));
	}

	@Test
	void startWhenBasePathIsRepeatedShouldSayWhatToWrite() {
		REACTIVE.run(REACTIVE.plain, List.of("spring.webflux.base-path=/base", "cors.policies.shop.paths=/base/plain"),
				(context) -> assertThat(findings(context)).singleElement()
					.extracting(Finding::advice)
					.isEqualTo("Write \"/plain\"."));
	}

	private static boolean settingsAreCaseSensitive(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().settings().caseSensitivePaths();
	}

	/**
	 * Takes down each policy that was compiled and put in force, by its identity.
	 */
	private static final class PolicyRecorder implements CorsObserver {

		private final List<CorsPolicy> compiled = new ArrayList<>();

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
		}

		@Override
		public void replaced(List<CorsPolicy> policies) {
			policies.stream().filter((policy) -> !this.compiled.contains(policy)).forEach(this.compiled::add);
		}

	}

}
