package io.github.corsstarter;

import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.PathRuleExamples;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.RuleExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CorsPolicySet}, {@link CorsSettings} and {@link Finding}.
 */
class CorsPolicySetTests {

	@Test
	void orThrowWhenThereAreErrorsShouldCarryAllAndPrintTheFirst() {
		List<CorsPolicySpec> specs = IntStream.range(0, 60)
			.mapToObj((i) -> PathRuleExamples.policy("p" + i, "no" + i).build())
			.toList();
		CorsPolicySet set = CorsPolicySet.compile(specs, CorsSettings.DEFAULTS);
		assertThat(set.policies()).isEmpty();
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(set::orThrow)
			.withMessageStartingWith("60 problems in CORS policies:")
			.withMessageContaining("[invalid-path] paths[0]: \"no0\" does not start with a slash. Write \"/no0\".")
			.withMessageEndingWith("... and 57 more")
			.satisfies((ex) -> assertThat(ex.getFindings()).isEqualTo(set.findings()).hasSize(60));
	}

	@Test
	void orThrowWhenThereIsOneErrorShouldPrintItAlone() {
		CorsPolicySet set = RuleExample.compile(List.of(PathRuleExamples.policy("p", "no").build()));
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(set::orThrow)
			.withMessageStartingWith("1 problem in CORS policies:")
			.withMessageEndingWith("Write \"/no\". " + Rule.INVALID_PATH.address());
	}

	@Test
	void orThrowWhenThereAreWarningsOnlyShouldReturnTheSet() {
		CorsPolicySet set = RuleExample.compile(List.of(RuleExample.shop().allowedHeaders("*").build()));
		assertThat(set.findings()).hasSize(1);
		assertThat(set.orThrow()).isSameAs(set);
		assertThat(set.policies()).hasSize(1);
	}

	@Test
	void findingsWhenEntryOfAListIsWrongShouldHaveItsKeyAndIndex() {
		CorsPolicySet set = RuleExample.compile(List.of(RuleExample.shop().allowedMethods("GET", "TRACE").build()));
		Finding finding = set.findings().get(0);
		assertThat(finding.key()).isEqualTo(new PolicyKey("allowed-methods", 1));
		assertThat(finding.at("cors.policies.shop.allowed-methods[1]", null).key()).isEqualTo(finding.key());
		CorsPolicySet none = RuleExample.compile(List.of(RuleExample.shop().allowedMethods().build()));
		assertThat(none.findings()).extracting(Finding::key).containsExactly(PolicyKey.of("allowed-methods"));
	}

	@Test
	void compileWhenPathsDifferInCaseShouldBeDuplicatesWhereCaseIsOfNoAccount() {
		List<CorsPolicySpec> specs = List.of(PathRuleExamples.policy("one", "/Api").build(),
				PathRuleExamples.policy("two", "/aPI").build());
		CorsSettings folding = new CorsSettings(204, false, false, (domain) -> false);
		CorsPolicySet set = CorsPolicySet.compile(specs, folding);
		assertThat(set.findings()).extracting(Finding::rule).containsExactly(Rule.DUPLICATE_PATH);
		assertThat(set.policies()).extracting(CorsPolicy::name).containsExactly("one");
		assertThat(set.settings()).isSameAs(folding);
		assertThat(CorsPolicySet.compile(specs, CorsSettings.DEFAULTS).findings()).isEmpty();
	}

	@Test
	void compileWhenOnePolicyHasSuchPathsShouldFindNothing() {
		CorsPolicySpec spec = PathRuleExamples.policy("one", "/a/{b}", "/a/{c}", "/{a}/b", "/a/{b}").build();
		assertThat(RuleExample.compile(List.of(spec)).findings()).isEmpty();
	}

	@Test
	void compileWhenReportIsBesideAPolicyOfTheSamePathShouldFindNothing() {
		assertThat(RuleExample
			.compile(List.of(RuleExample.shop().build(), PathRuleExamples.policy("admin", "/api/admin/**").build(),
					PathRuleExamples.policy("trial", "/api/admin/**").mode(PolicyMode.REPORT_ONLY).build()))
			.findings()).isEmpty();
	}

	@Test
	void compileWhenPathsAreNotWrittenShouldSayThatThereAreNone() {
		CorsPolicySpec spec = CorsPolicySpec.named("shop").build();
		assertThat(RuleExample.compile(List.of(spec)).findings()).extracting(Finding::rule)
			.containsExactly(Rule.NO_PATHS, Rule.NO_ORIGINS);
	}

	@ParameterizedTest
	@ValueSource(ints = { 199, 300, 0, -1 })
	void createSettingsWhenStatusIsNoSuccessShouldThrow(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> new CorsSettings(status, false, true, (domain) -> false))
			.withMessage("preflightStatus must be from 200 to 299, not " + status);
	}

	@Test
	void atWhenPlaceIsKnownShouldShowIt() {
		Finding finding = RuleExample.compile(List.of(RuleExample.shop().allowedHeaders("*").build()))
			.findings()
			.get(0)
			.at("cors.policies.shop.allowed-headers[0]", "app.yml:3:5");
		assertThat(finding).asString()
			.startsWith("[any-header] cors.policies.shop.allowed-headers[0]: \"*\" (app.yml:3:5) allows every header");
		assertThat(finding.severity().code()).isEqualTo("warning");
	}

}
