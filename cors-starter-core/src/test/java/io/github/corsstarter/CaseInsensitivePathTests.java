package io.github.corsstarter;

import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that map paths without case.
 */
class CaseInsensitivePathTests {

	private static final CorsSettings SETTINGS = new CorsSettings(204, false, false, (domain) -> false);

	@ParameterizedTest
	@ValueSource(strings = { "/api/admin/secret", "/API/Admin/SECRET", "/api/admin/%C5%BFecret",
			"/api/adm%C4%B1n/secret", "/api/adm%C4%B0n/\u017fecret", "/%46iles/S1" })
	void decideWhenPathDiffersInCaseOnlyShouldBeUnderThePolicyOfThePath(String path) {
		CorsEngine engine = new CorsEngine(
				compile(policy("wide", "/**").build(),
						policy("strict", "/api/admin/secret", "/files/s*").mode(PolicyMode.DENY).build()),
				CorsObserver.NONE);
		StubRequest request = StubRequest.actual("GET", path, "https://shop.example.com");
		assertThat(engine.decide(request, StubRequest.READER).reason()).isEqualTo(RefusalReason.DENIED);
	}

	/**
	 * Spring takes the long s for no s where there is a {@code *} in the segment.
	 */
	@Test
	void decideWhenWildcardsAreComparedInAnotherWayShouldBeAmbiguous() {
		CorsEngine engine = new CorsEngine(
				compile(policy("wide", "/**").build(), policy("strict", "/files/s*").build()), CorsObserver.NONE);
		for (String path : new String[] { "/files/%C5%BFecret.txt", "/files/\u017fecret.txt" }) {
			StubRequest request = StubRequest.actual("GET", path, "https://shop.example.com");
			assertThat(engine.decide(request, StubRequest.READER).reason()).isEqualTo(RefusalReason.PATH_AMBIGUOUS);
		}
	}

	/**
	 * Nor does it take an s for the long one, nor a small \u00e9 for a capital one,
	 * there.
	 */
	@ParameterizedTest
	@CsvSource({ "/\u017f*, /secret", "/\u00c9*, /%C3%A9tat", "/{id}\u00c9, /a%C3%A9", "/\u017f*, /secret/" })
	void decideWhenWildcardHasOtherLettersThanAsciiShouldBeAmbiguous(String pattern, String path) {
		CorsEngine engine = new CorsEngine(
				compile(policy("wide", "/**").mode(PolicyMode.DENY).build(), policy("lenient", pattern).build()),
				CorsObserver.NONE);
		StubRequest request = StubRequest.actual("GET", path, "https://shop.example.com");
		assertThat(engine.decide(request, StubRequest.READER).reason()).isEqualTo(RefusalReason.PATH_AMBIGUOUS);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/{id}/secret, /{key}/\u017fECRET, duplicate-path
			/x/{id},      /{id}/y,             overlapping-paths
			/s/{id},      /\u017f/{id}/x,     ''
			/S/{id},      /\u017f/x,          ''
			/s*/{id},     /\u017fa/**,        overlapping-paths
			""")
	void compileWhenPathsDifferInCaseOnlyShouldCompareThemWithoutIt(String one, String other, String rule) {
		List<Finding> findings = compile(policy("one", one).build(), policy("other", other).build()).findings();
		assertThat(findings).extracting((finding) -> finding.rule().id())
			.containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
	}

	@Test
	void compileWhenPathOfReportOnlyPolicyDiffersInCaseFromWiderOneShouldFindIt() {
		List<Finding> findings = compile(policy("wide", "/API/**").build(),
				policy("narrow", "/api/X").mode(PolicyMode.REPORT_ONLY).build())
			.findings();
		assertThat(findings).extracting(Finding::rule).containsExactly(Rule.UNSHIELDED_PATH);
	}

	private static CorsPolicySpec.Builder policy(String name, String... paths) {
		return CorsPolicySpec.named(name).paths(paths).allowedOrigins("https://shop.example.com");
	}

	private static CorsPolicySet compile(CorsPolicySpec... specs) {
		return CorsPolicySet.compile(List.of(specs), SETTINGS);
	}

}
