package io.github.corsstarter.edge.kubernetes;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFinding;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeRule;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.edge.TestPolicies;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.set;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class GatewayApiWriterTests {

	private static final KubernetesSchema SCHEMA = KubernetesSchema.of("httproute.schema.json");

	@Test
	void writeWhenPoliciesAreSaidShouldBeValid() {
		String text = text(EdgeTarget.GATEWAY_API,
				policy("all", "/**").allowedOrigins("*").exposedHeaders("*").allowedHeaders("*").allowedMethods("*"),
				policy("shop", "/shop/**", "/shop/cart", "/shop/a+b/").allowedOrigins("https://*.example.com:8443")
					.allowedMethods("GET", "PUT")
					.allowedHeaders("Content-Type")
					.allowCredentials(true),
				policy("closed", "/closed/**").mode(PolicyMode.DENY));
		assertThat(SCHEMA.read(text)).hasSize(1);
		assertThat(text).contains("value: \"/shop/cart\"", "method: \"OPTIONS\"", "- \"https://*.example.com:8443\"",
				"maxAge: 1800", "allowCredentials: true");
	}

	@Test
	void writeWhenPolicyLimitsSafelistedMethodsShouldLeaveTheOthersWithoutHeaders() {
		String text = text(EdgeTarget.GATEWAY_API, policy("a", "/a").allowedMethods("GET"));
		List<JsonNode> rules = rules(SCHEMA.read(text).get(0));
		assertThat(rules).hasSize(2);
		assertThat(rules.get(0).toString())
			.contains("\"method\":\"GET\"", "\"method\":\"OPTIONS\"", "\"method\":\"HEAD\"", "\"type\":\"CORS\"")
			.doesNotContain("\"method\":\"POST\"");
		assertThat(rules.get(1).toString()).contains("\"value\":\"/a\"", "\"value\":\"/a/\"")
			.doesNotContain("\"method\"", "\"type\":\"CORS\"");
	}

	@Test
	void writeWhenThereAreManyPathsShouldMakeAsManyRoutesAsTheyNeed() {
		CorsPolicySpec.Builder[] policies = IntStream.range(0, 40)
			.mapToObj((i) -> policy("p" + i,
					IntStream.range(0, 70).mapToObj((j) -> "/p" + i + "/" + j + "/**").toArray(String[]::new)))
			.toArray(CorsPolicySpec.Builder[]::new);
		List<JsonNode> routes = SCHEMA.read(text(EdgeTarget.GATEWAY_API, policies));
		assertThat(routes).extracting((route) -> route.at("/metadata/name").asText()).doesNotHaveDuplicates();
		assertThat(routes).allSatisfy(
				(route) -> assertThat(rules(route).stream().mapToInt((rule) -> rule.at("/matches").size()).sum())
					.isBetween(1, 128));
		assertThat(routes.stream()
			.flatMap((route) -> rules(route).stream())
			.flatMap((rule) -> StreamSupport.stream(rule.at("/matches").spliterator(), false))).hasSize(40 * 70)
			.doesNotHaveDuplicates();
	}

	@Test
	void writeWhenNoPolicyGovernsShouldMakeNoRoute() {
		assertThat(text(EdgeTarget.GATEWAY_API).lines()).allMatch((line) -> line.startsWith("#"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/{id}", "/a/*", "/a/*.html", "/caf\u00e9", "/a\"b", "/a|b" })
	void checkWhenPathIsRejectedShouldMakeNoFile(String path) {
		EdgeOutput output = output(EdgeTarget.GATEWAY_API, policy("a", "/a", path), policy("b", "/**"));
		assertThat(output.files()).isEmpty();
		assertThat(output.findings()).hasSize(1).allSatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(EdgeRule.EDGE_PATH_NOT_EXPRESSIBLE);
			assertThat(finding.property()).isEqualTo("cors.policies.a.paths[1]");
			assertThat(finding.value()).isEqualTo(path);
		});
	}

	@Test
	void checkWhenCaseOfPathsDoesNotMatterShouldMakeNoFile() {
		CorsSettings settings = new CorsSettings(204, false, false, (domain) -> false);
		EdgeConfiguration edge = EdgeConfiguration.of(set(settings, policy("a", "/a"), policy("b", "/1/**")),
				EdgeOptions.DEFAULTS.withFindings());
		EdgeOutput output = edge.to(EdgeTarget.GATEWAY_API);
		assertThat(output.files()).isEmpty();
		assertThat(output.findings()).extracting(EdgeFinding::value).containsExactly("/a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app-*.example.com", "http://localhost:*", "null", "moz-extension://*",
			"capacitor://localhost", "https://[::1]:8443", "https://my_app.example" })
	void checkWhenOriginIsRejectedShouldRefuseItsPolicy(String origin) {
		verifyRefused(policy("a", "/a/**").allowedOrigins(TestPolicies.SHOP, origin),
				EdgeRule.EDGE_ORIGIN_NOT_EXPRESSIBLE, "cors.policies.a.allowed-origins[1]");
	}

	@Test
	void checkWhenOriginIsTooLongShouldRefuseItsPolicy() {
		String origin = "https://" + "a".repeat(60) + ("." + "a".repeat(60)).repeat(3) + ".example";
		verifyRefused(policy("a", "/a/**").allowedOrigins(TestPolicies.SHOP, origin),
				EdgeRule.EDGE_ORIGIN_NOT_EXPRESSIBLE, "cors.policies.a.allowed-origins[1]");
	}

	@Test
	void checkWhenThereAreTooManyOriginsShouldRefuseTheirPolicy() {
		String[] origins = IntStream.range(0, 65).mapToObj((i) -> "https://a" + i + ".example").toArray(String[]::new);
		verifyRefused(policy("a", "/a/**").allowedOrigins(origins), EdgeRule.EDGE_ORIGIN_NOT_EXPRESSIBLE,
				"cors.policies.a.allowed-origins");
	}

	@Test
	void checkWhenMethodIsRejectedShouldRefuseItsPolicy() {
		verifyRefused(policy("a", "/a/**").allowedMethods("GET", "PURGE"), EdgeRule.EDGE_METHOD_NOT_EXPRESSIBLE,
				"cors.policies.a.allowed-methods");
	}

	@Test
	void checkWhenThereAreTooManyHeadersShouldRefuseTheirPolicy() {
		String[] names = IntStream.range(0, 65).mapToObj((i) -> "X-" + i).toArray(String[]::new);
		verifyRefused(policy("a", "/a/**").allowedHeaders(names), EdgeRule.EDGE_HEADER_NOT_EXPRESSIBLE,
				"cors.policies.a.allowed-headers");
		verifyRefused(policy("a", "/a/**").exposedHeaders("X-" + "a".repeat(255)), EdgeRule.EDGE_HEADER_NOT_EXPRESSIBLE,
				"cors.policies.a.exposed-headers");
	}

	@Test
	void checkWhenMaxAgeIsZeroShouldRefuseItsPolicy() {
		verifyRefused(policy("a", "/a/**").maxAge(java.time.Duration.ZERO), EdgeRule.EDGE_MAX_AGE_NOT_EXPRESSIBLE,
				"cors.policies.a.max-age");
	}

	/**
	 * Verifies that the policy's paths get no headers, though a wider policy would give
	 * them some.
	 */
	private static void verifyRefused(CorsPolicySpec.Builder policy, EdgeRule rule, String property) {
		EdgeOutput output = output(EdgeTarget.GATEWAY_API, policy, policy("wide", "/**").allowedOrigins("*"));
		assertThat(output.findings()).hasSize(1).allSatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(rule);
			assertThat(finding.property()).isEqualTo(property);
		});
		List<JsonNode> rules = rules(SCHEMA.read(output.files().get(0).content()).get(0));
		assertThat(rules).filteredOn((each) -> each.toString().contains("\"value\":\"/a\""))
			.hasSize(1)
			.allSatisfy((each) -> assertThat(each.toString()).doesNotContain("\"type\":\"CORS\"", "\"method\""));
		assertThat(rules).filteredOn((each) -> each.toString().contains("\"type\":\"CORS\""))
			.hasSize(1)
			.allSatisfy((each) -> assertThat(each.toString()).contains("\"value\":\"/\""));
	}

	private static List<JsonNode> rules(JsonNode route) {
		return StreamSupport.stream(route.at("/spec/rules").spliterator(), false).toList();
	}

}
