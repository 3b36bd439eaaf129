package io.github.corsstarter.rules;

import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AcceptedWarnings}.
 */
class AcceptedWarningsTests {

	@Test
	void compileWhenWarningIsAcceptedShouldKeepItAsAccepted() {
		CorsPolicySet policies = RuleExample.compile(
				List.of(RuleExample.shop().allowedHeaders("*", "Cookie").accept("any-header", "null-origin").build()));
		assertThat(policies.findings()).extracting((finding) -> finding.rule().id() + " " + finding.accepted())
			.containsExactly("any-header true", "forbidden-request-header false");
		assertThat(policies.policies()).hasSize(1);
	}

	@Test
	void compileWhenIdIsThatOfAnErrorShouldRefuseIt() {
		CorsPolicySet policies = RuleExample
			.compile(List.of(RuleExample.shop().allowedOrigins("x").accept("invalid-origin", "invalid").build()));
		assertThat(policies.findings()).extracting(Finding::toString)
			.satisfiesExactly(
					(first) -> assertThat(first)
						.startsWith("[invalid-value] accept[0]: \"invalid-origin\" is the id of an"),
					(second) -> assertThat(second).startsWith("[invalid-value] accept[1]: \"invalid\" is the id of no"),
					(third) -> assertThat(third).startsWith("[invalid-origin] allowed-origins[0]"));
		assertThat(policies.findings()).noneMatch(Finding::accepted);
	}

	@Test
	void markWhenRuleIsAnErrorOrAWarningShouldAcceptTheWarningOnly() {
		CorsPolicySpec spec = RuleExample.shop().accept("ungoverned-route").build();
		assertThat(RuleExample.compile(List.of(spec)).findings()).isEmpty();
		Finding error = new Finding(Rule.UNGOVERNED_ROUTE, spec.name(), PolicyKey.NONE, "", "", null, "is", "Write.");
		assertThat(AcceptedWarnings.of(List.of(spec)).mark(List.of(error, error.asWarning())))
			.extracting(Finding::accepted)
			.containsExactly(false, true);
	}

	@Test
	void countsWhenFindingIsAcceptedOrLessBadShouldBeFalse() {
		Finding warning = RuleExample.compile(List.of(RuleExample.shop().allowedHeaders("*").build()))
			.findings()
			.get(0);
		assertThat(warning.counts(Severity.WARNING)).isTrue();
		assertThat(warning.counts(Severity.ERROR)).isFalse();
		assertThat(warning.accept().counts(Severity.WARNING)).isFalse();
	}

}
