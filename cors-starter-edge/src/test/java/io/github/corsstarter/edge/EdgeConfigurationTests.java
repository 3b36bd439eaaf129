package io.github.corsstarter.edge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.set;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EdgeConfigurationTests {

	@Test
	void ofWhenPolicyIsInvalidShouldThrow() {
		CorsPolicySet invalid = set(policy("api", "/api/**"), policy("bad", "/api/bad/**").allowedOrigins("evil"));
		assertThat(invalid.policies()).hasSize(1);
		assertThatExceptionOfType(InvalidCorsPolicyException.class)
			.isThrownBy(() -> EdgeConfiguration.of(invalid, EdgeOptions.DEFAULTS))
			.satisfies((ex) -> assertThat(ex.getFindings()).extracting(Finding::policy).containsExactly("bad"));
	}

	@Test
	void ofWhenPolicyHasOnlyWarningsShouldTakeIt() {
		CorsPolicySet warned = set(policy("api", "/api/**").allowedHeaders("*"));
		assertThat(warned.findings()).isNotEmpty();
		assertThat(EdgeConfiguration.of(warned, EdgeOptions.DEFAULTS).to(EdgeTarget.NGINX).files()).hasSize(2);
	}

	@Test
	void toWhenTargetCannotSayPolicyShouldThrowUnlessFindingsAreAskedFor() {
		CorsPolicySet policies = set(policy("api", "/api/**").exposedHeaders("X-" + "a".repeat(4090)),
				policy("other", "/o"));
		assertThatExceptionOfType(EdgeNotExpressibleException.class)
			.isThrownBy(() -> EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(EdgeTarget.NGINX))
			.withMessageContaining("[edge-header-not-expressible] cors.policies.api.exposed-headers")
			.satisfies((ex) -> assertThat(ex.findings()).hasSize(1));
		EdgeOutput output = EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS.withFindings()).to(EdgeTarget.NGINX);
		assertThat(output.findings()).hasSize(1);
		assertThat(output.files().get(0).content()).contains("# - 1 api (refuses)", "# - 2 other\n");
	}

	@Test
	void findingWhenPlaceIsKnownShouldTellIt() {
		EdgeOptions options = EdgeOptions.DEFAULTS.withFindings().withLocator((policy, key) -> policy + ".yml:" + key);
		String[] methods = IntStream.range(100, 140).mapToObj((i) -> i + "A".repeat(97)).toArray(String[]::new);
		EdgeOutput output = EdgeConfiguration.of(set(policy("api", "/api/**").allowedMethods(methods)), options)
			.to(EdgeTarget.NGINX);
		EdgeFinding finding = output.findings().get(0);
		assertThat(finding.rule().id()).isEqualTo("edge-method-not-expressible");
		assertThat(finding.policy()).isEqualTo("api");
		assertThat(finding.property()).isEqualTo("cors.policies.api.allowed-methods");
		assertThat(finding.source()).isEqualTo("api.yml:allowed-methods");
		assertThat(finding.value()).hasSizeLessThan(130).startsWith("100AAA");
		assertThat(finding.toString()).contains("(api.yml:allowed-methods)", "split the policy by path.");
	}

	@ParameterizedTest
	@EnumSource(EdgeTarget.class)
	void toWhenPoliciesAreTheSameShouldMakeTheSameBytes(EdgeTarget target) {
		EdgeOutput one = output(target, policy("a", "/a/**"), policy("b", "/b/**").allowedHeaders("X-A"));
		EdgeOutput other = output(target, policy("b", "/b/**").allowedHeaders("X-A"), policy("a", "/a/**"));
		assertThat(one).isEqualTo(other);
		one.files().forEach((file) -> assertThat(file.content()).matches("[ -~\\n\\t]*\n"));
	}

	@ParameterizedTest
	@EnumSource(EdgeTarget.class)
	void toWhenPoliciesDifferShouldTellByTheHash(EdgeTarget target) {
		String hash = hash(text(target, policy("a", "/a/**")));
		assertThat(hash).hasSize(32);
		assertThat(hash(text(target, policy("a", "/a/**")))).isEqualTo(hash);
		assertThat(hash(text(target, policy("a", "/b/**")))).isNotEqualTo(hash);
		assertThat(hash(text(target, policy("a", "/a/**").allowCredentials(true)))).isNotEqualTo(hash);
		EdgeOptions options = EdgeOptions.DEFAULTS.withBasePath("/shop");
		String shop = EdgeConfiguration.of(set(policy("a", "/a/**")), options).to(target).files().get(0).content();
		assertThat(hash(shop)).isNotEqualTo(hash);
	}

	private static String hash(String text) {
		Matcher matcher = Pattern.compile("sha256:([0-9a-f]+)\\.").matcher(text);
		return matcher.find() ? matcher.group(1) : "";
	}

	@ParameterizedTest
	@EnumSource(EdgeTarget.class)
	void headWhenFileIsWrittenShouldTellTargetVersionClassAndHowToInclude(EdgeTarget target) {
		output(target, policy("a", "/a/**")).files()
			.forEach((file) -> assertThat(file.content())
				.containsPattern("^# CORS policies for .*\\. Class: " + target.exactness().code() + "\\.\n")
				.containsPattern(
						"\n# Written by CORS Starter [0-9]+\\.[0-9]+\\.[0-9]+.*\\. Policies: sha256:[0-9a-f]{32}\\.\n")
				.contains("\n# Include:\n", "\n# Lost:\n", "\n# Mind:\n", "\n# - 1 a\n"));
	}

	@ParameterizedTest
	@EnumSource(EdgeTarget.class)
	void headWhenPolicyOnlyReportsShouldSayThatItMakesNothing(EdgeTarget target) {
		String text = text(target, policy("a", "/a/**"), policy("audit", "/audited/**").mode(PolicyMode.REPORT_ONLY),
				policy("gone", "/gone/**").mode(PolicyMode.OFF));
		assertThat(text).contains("off or report-only (audit) make nothing").doesNotContain("/audited", "/gone");
	}

	@ParameterizedTest
	@EnumSource(EdgeTarget.class)
	void headWhenDebugIsOnShouldSayThatItIsLost(EdgeTarget target) {
		CorsSettings debug = new CorsSettings(204, true, true, (domain) -> false);
		CorsPolicySet policies = set(debug, policy("a", "/a/**"));
		assertThat(EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(target).files().get(0).content())
			.contains("# - cors.debug: no refusal tells its reason.\n");
		assertThat(text(target, policy("a", "/a/**"))).doesNotContain("cors.debug");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/shop", "/shop/", "/a/b" })
	void optionsWhenBasePathIsPlainShouldTakeItWithoutTheLastSlash(String basePath) {
		assertThat(EdgeOptions.DEFAULTS.withBasePath(basePath).basePath())
			.isEqualTo(basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "//", "/a//b", "/a b", "/*", "/{a}", "/a/**", "/..", "/a;b", "/a\nb", "/%41" })
	void optionsWhenBasePathIsNotPlainShouldThrow(String basePath) {
		assertThatIllegalArgumentException().isThrownBy(() -> EdgeOptions.DEFAULTS.withBasePath(basePath));
	}

	@Test
	void targetsWhenListedShouldHaveTheNamesOfTheDocumentation() {
		assertThat(List.of(EdgeTarget.values())).extracting(EdgeTarget::id)
			.containsExactly("nginx", "haproxy", "apache", "caddy", "envoy", "gateway-api", "istio");
	}

}
