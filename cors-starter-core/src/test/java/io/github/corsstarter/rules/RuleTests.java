package io.github.corsstarter.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every {@link Rule} that the core checks policies by.
 */
class RuleTests {

	// They need to see the application, so that the adapters check them.
	private static final Set<Rule> RULES_OF_ADAPTERS = EnumSet.of(Rule.UNKNOWN_PROPERTY, Rule.INVALID_VALUE,
			Rule.UNRESOLVED_PLACEHOLDER, Rule.UNSUPPORTED_PATH_MATCHING, Rule.CONTEXT_PATH_IN_PATH,
			Rule.COVERS_ACTUATOR, Rule.LOCAL_ORIGIN_IN_PRODUCTION, Rule.DEBUG_IN_PRODUCTION, Rule.LAB_IN_PRODUCTION,
			Rule.METHOD_OVERRIDE_FILTER, Rule.PATH_REWRITING_FILTER, Rule.UNGOVERNED_ROUTE,
			Rule.NARROWS_CONFIGURED_PATH, Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN, Rule.OTHER_CORS_CONFIGURATION);

	@ParameterizedTest
	@MethodSource("examples")
	void compileWhenRuleIsBrokenShouldFindJustThat(RuleExample example) {
		List<Finding> findings = RuleExample.compile(example.bad()).findings();
		assertThat(findings).extracting(Finding::toString)
			.containsExactly("[" + example.rule().id() + "] " + example.finding() + " " + example.rule().address());
		assertThat(findings).extracting(Finding::rule).containsExactly(example.rule());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void compileWhenRuleIsJustKeptShouldFindNothing(RuleExample example) {
		assertThat(RuleExample.compile(example.good()).findings()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void compileWhenFindingIsAnErrorShouldLeaveOutThatPolicyOnly(RuleExample example) {
		List<CorsPolicy> policies = RuleExample.compile(example.bad()).policies();
		boolean off = example.bad().stream().anyMatch((spec) -> spec.mode() == PolicyMode.OFF);
		int missing = (example.rule().severity() == Severity.ERROR || off) ? 1 : 0;
		assertThat(policies).hasSize(example.bad().size() - missing);
	}

	@Test
	void examplesWhenTakenTogetherShouldShowEveryRuleOfTheCore() {
		Set<Rule> shown = examples().map(RuleExample::rule).collect(Collectors.toSet());
		assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).isEqualTo(RULES_OF_ADAPTERS);
	}

	static Stream<RuleExample> examples() {
		return Stream
			.of(OriginRuleExamples.stream(), OriginRuleExamples.streamWithCredentials(), MethodRuleExamples.stream(),
					HeaderRuleExamples.stream(), PathRuleExamples.stream(), PathRuleExamples.streamOfNames(),
					PathRuleExamples.streamOfTwo())
			.flatMap((examples) -> examples);
	}

}
