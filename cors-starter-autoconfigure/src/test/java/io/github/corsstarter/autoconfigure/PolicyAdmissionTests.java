package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyAdmissionTests {

	private static final CorsPolicySpec SHOP = spec("shop", "/shop/**", "https://shop.example.com").build();

	@Test
	void admitWhenAllAreValidShouldKeepThem() {
		AdmittedPolicies admitted = admit(spec("acme", "/acme/**", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "acme ENFORCE");
		assertThat(fromCode(admitted)).isEmpty();
		assertThat(admitted.beans()).containsOnlyKeys("acme");
	}

	@Test
	void admitWhenOneIsInvalidShouldDenyItsPathsAlone() {
		AdmittedPolicies admitted = admit(spec("acme", "/acme/**", "https://acme.example.com/").build(),
				spec("globex", "/globex/**", "https://globex.example.com").build());
		assertThat(policies(admitted)).containsExactlyInAnyOrder("shop ENFORCE", "acme DENY", "globex ENFORCE");
		assertThat(configured(admitted)).isEmpty();
		Finding finding = fromCode(admitted).get(0);
		assertThat(finding.rule()).isEqualTo(Rule.INVALID_ORIGIN);
		assertThat(finding.property()).isEqualTo("acme.allowed-origins[0]");
		assertThat(finding.source()).isEqualTo("bean tenants");
	}

	@Test
	void admitWhenNameIsTakenShouldReportAndDeny() {
		AdmittedPolicies admitted = admit(spec("SHOP", "/acme/**", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "SHOP-2 DENY");
		assertThat(fromCode(admitted)).extracting(Finding::rule).containsExactly(Rule.DUPLICATE_POLICY);
	}

	@Test
	void admitWhenNamesAreNoNamesShouldDenyEachUnderAnother() {
		AdmittedPolicies admitted = admit(spec("a b", "/1", "https://acme.example.com/").build(),
				spec("a\nb", "/2", "https://acme.example.com").build(),
				spec("shop", "/3", "https://acme.example.com").build(),
				spec("shop", "/4", "https://acme.example.com").build(),
				spec("a-b", "/5", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "a-b ENFORCE", "a-b-2 DENY", "a-b-3 DENY",
				"shop-2 DENY", "shop-3 DENY");
		assertThat(fromCode(admitted)).extracting(Finding::rule)
			.containsExactly(Rule.INVALID_POLICY_NAME, Rule.INVALID_ORIGIN, Rule.INVALID_POLICY_NAME,
					Rule.DUPLICATE_POLICY, Rule.DUPLICATE_POLICY);
	}

	@Test
	void admitWhenPathIsTakenShouldLeaveItToItsOwner() {
		AdmittedPolicies admitted = admit(
				spec("acme", "/shop/**", "https://acme.example.com").paths("/shop/**", "/acme/**").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "acme DENY");
		assertThat(admitted.policies().policies().get(1).resolved().paths()).containsExactly("/acme/**");
		assertThat(configured(admitted)).isEmpty();
		assertThat(fromCode(admitted)).extracting(Finding::rule).contains(Rule.DUPLICATE_PATH);
	}

	@Test
	void admitWhenNoPathIsLeftShouldDenyNothing() {
		AdmittedPolicies admitted = admit(spec("acme", "acme", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE");
		assertThat(fromCode(admitted)).extracting(Finding::rule).containsExactly(Rule.INVALID_PATH);
	}

	@Test
	void admitWhenInvalidOneDoesNotGovernShouldDenyNothing() {
		AdmittedPolicies admitted = admit(
				spec("acme", "/acme/**", "https://acme.example.com/").mode(PolicyMode.REPORT_ONLY).build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE");
		assertThat(fromCode(admitted)).extracting(Finding::rule).containsExactly(Rule.INVALID_ORIGIN);
	}

	private static List<Finding> fromCode(AdmittedPolicies admitted) {
		return admitted.locate(admitted.policies().findings().stream().filter(admitted::isFromCode).toList());
	}

	private static List<Finding> configured(AdmittedPolicies admitted) {
		return admitted.policies().findings().stream().filter((finding) -> !admitted.isFromCode(finding)).toList();
	}

	private static AdmittedPolicies admit(CorsPolicySpec... supplied) {
		List<SuppliedPolicy> policies = List.of(supplied)
			.stream()
			.map((spec) -> new SuppliedPolicy("tenants", spec))
			.toList();
		return new PolicyAdmission(List.of(SHOP), (specs) -> CorsPolicySet.compile(specs, CorsSettings.DEFAULTS))
			.admit(policies);
	}

	private static List<String> policies(AdmittedPolicies admitted) {
		return admitted.policies().policies().stream().map(PolicyAdmissionTests::describe).toList();
	}

	private static String describe(CorsPolicy policy) {
		return policy.name() + " " + policy.resolved().mode();
	}

	private static CorsPolicySpec.Builder spec(String name, String path, String origin) {
		return CorsPolicySpec.named(name).paths(path).allowedOrigins(origin);
	}

}
