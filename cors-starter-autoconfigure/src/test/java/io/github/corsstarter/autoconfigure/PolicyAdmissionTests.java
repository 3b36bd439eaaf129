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
	void admitWhenPathLiesWithinAConfiguredOneShouldWarn() {
		AdmittedPolicies admitted = admit(spec("acme", "/shop/acme/**", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "acme ENFORCE");
		assertThat(fromCode(admitted)).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.NARROWS_CONFIGURED_PATH);
			assertThat(finding.property()).isEqualTo("acme.paths[0]");
			assertThat(finding.value()).isEqualTo("/shop/acme/**");
			assertThat(finding.message()).endsWith("\"/shop/**\" of policy shop");
		});
	}

	@Test
	void admitWhenItTakesNothingAwayShouldNotWarn() {
		assertThat(fromCode(admit(spec("acme", "/acme/**", "https://acme.example.com").build(),
				spec("wide", "/**", "https://acme.example.com").build(),
				spec("within", "/acme/within", "https://acme.example.com").build(),
				spec("report", "/shop/acme", "https://acme.example.com").mode(PolicyMode.REPORT_ONLY).build())))
			.noneMatch((finding) -> finding.rule() == Rule.NARROWS_CONFIGURED_PATH);
		assertThat(fromCode(admitBelow("/shop/acme/", List.of(SHOP),
				spec("acme", "/shop/acme/**", "https://acme.example.com").build())))
			.isEmpty();
	}

	@Test
	void admitWhenPathIsNotBelowThePrefixShouldLeaveThePolicyOutAndDenyOnlyWhatIs() {
		AdmittedPolicies admitted = admitBelow("/tenants", List.of(SHOP),
				spec("acme", "", "https://acme.example.com").paths("/tenants/acme", "/tenantsx", "/admin/**").build(),
				spec("all", "/tenants", "https://acme.example.com").build());
		assertThat(policies(admitted)).containsExactlyInAnyOrder("shop ENFORCE", "acme DENY", "all ENFORCE");
		assertThat(paths(admitted, "acme")).containsExactly("/tenants/acme");
		assertThat(fromCode(admitted)).extracting(Finding::toString)
			.containsExactly(
					"[invalid-path] acme.paths[1]: \"/tenantsx\" (bean tenants) is not below \"/tenants\", where all paths of its source are. Check what the path is made of, such as the name of a tenant. "
							+ Rule.INVALID_PATH.address(),
					"[invalid-path] acme.paths[2]: \"/admin/**\" (bean tenants) is not below \"/tenants\", where all paths of its source are. Check what the path is made of, such as the name of a tenant. "
							+ Rule.INVALID_PATH.address());
	}

	@Test
	void admitWhenInvalidOneLiesWithinAConfiguredPathShouldLeaveThatGoverned() {
		AdmittedPolicies admitted = admit(
				spec("acme", "", "https://acme.example.com/").paths("/shop/orders/**", "/shop/cart", "/acme/**", "/**")
					.build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "acme DENY");
		assertThat(paths(admitted, "acme")).containsExactly("/acme/**", "/**");
	}

	@Test
	void admitWhenInvalidOneWouldTakePathsOfAnotherShouldNotDenyThem() {
		CorsPolicySpec orders = spec("orders", "/*/orders/**", "https://shop.example.com").build();
		AdmittedPolicies admitted = admitBelow("", List.of(orders),
				spec("acme", "/tenants/acme/**", "https://acme.example.com").build(),
				spec("{x}/orders", "/tenants/{x}/orders/**", "https://evil.example.com").build(),
				spec("wrong", "", "https://acme.example.com/").paths("/a/**", "/b/orders/list/{id}").build());
		assertThat(policies(admitted)).containsExactlyInAnyOrder("orders ENFORCE", "acme ENFORCE", "wrong DENY");
		assertThat(paths(admitted, "wrong")).containsExactly("/a/**");
	}

	/**
	 * Where paths are made of names, somebody may call himself {@code acme/orders}.
	 */
	@Test
	void admitWhenNamelessOneLiesWithinAnotherShouldNotShutThatOut() {
		CorsPolicySpec acme = spec("acme", "/tenants/acme/**", "https://acme.example.com").build();
		CorsPolicySpec nameless = spec("acme/orders", "", "https://evil.example.com")
			.paths("/tenants/acme/orders/**", "/tenants/acme", "/tenants/free/**")
			.build();
		AdmittedPolicies admitted = admitBelow("/tenants", List.of(), acme, nameless);
		assertThat(policies(admitted)).containsExactly("acme ENFORCE", "acme-orders DENY");
		assertThat(paths(admitted, "acme-orders")).containsExactly("/tenants/free/**");
	}

	@Test
	void admitWhenWrongOneLiesWithinAnotherShouldDenyItsPaths() {
		AdmittedPolicies admitted = admit(spec("acme", "/tenants/acme/**", "https://acme.example.com").build(),
				spec("admin", "/tenants/acme/admin/**", "https://admin.example.com/").build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE", "acme ENFORCE", "admin DENY");
	}

	@Test
	void admitWhenInvalidOneIsOffShouldDenyNothing() {
		AdmittedPolicies admitted = admit(
				spec("a b", "nonsense", "https://acme.example.com").mode(PolicyMode.OFF).build());
		assertThat(policies(admitted)).containsExactly("shop ENFORCE");
		assertThat(fromCode(admitted)).extracting(Finding::rule).containsExactly(Rule.INVALID_POLICY_NAME);
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
		return admitBelow("", List.of(SHOP), supplied);
	}

	private static AdmittedPolicies admitBelow(String prefix, List<CorsPolicySpec> configured,
			CorsPolicySpec... supplied) {
		List<SuppliedPolicy> policies = List.of(supplied)
			.stream()
			.map((spec) -> new SuppliedPolicy("tenants", spec, prefix))
			.toList();
		return new PolicyAdmission(configured, (specs) -> CorsPolicySet.compile(specs, CorsSettings.DEFAULTS))
			.admit(policies);
	}

	private static List<String> policies(AdmittedPolicies admitted) {
		return admitted.policies().policies().stream().map(PolicyAdmissionTests::describe).toList();
	}

	private static List<String> paths(AdmittedPolicies admitted, String name) {
		return admitted.policies()
			.policies()
			.stream()
			.filter((policy) -> policy.name().equals(name))
			.flatMap((policy) -> policy.resolved().paths().stream())
			.toList();
	}

	private static String describe(CorsPolicy policy) {
		return policy.name() + " " + policy.resolved().mode();
	}

	private static CorsPolicySpec.Builder spec(String name, String path, String origin) {
		return CorsPolicySpec.named(name).paths(path).allowedOrigins(origin);
	}

}
