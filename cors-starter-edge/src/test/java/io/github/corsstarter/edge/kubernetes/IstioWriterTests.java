package io.github.corsstarter.edge.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeRule;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.edge.TestPolicies.output;
import static io.github.corsstarter.edge.TestPolicies.policy;
import static io.github.corsstarter.edge.TestPolicies.text;
import static org.assertj.core.api.Assertions.assertThat;

class IstioWriterTests {

	private static final KubernetesSchema SCHEMA = KubernetesSchema.of("virtualservice.schema.json");

	@Test
	void writeWhenPoliciesAreSaidShouldBeValid() {
		String text = text(EdgeTarget.ISTIO,
				policy("all", "/**").allowedOrigins("*").exposedHeaders("*").allowedHeaders("*"),
				policy("shop", "/shop/{id}/*.html", "/caf\u00e9").allowCredentials(true)
					.allowInsecureOrigins(true)
					.allowedOrigins("https://*.example.com:8443", "http://localhost:*", "capacitor://localhost",
							"https://app-*.example.com")
					.allowedMethods("GET", "PUT")
					.allowedHeaders("Content-Type"),
				policy("add-ons", "/add-ons/**").allowedOrigins("moz-extension://*", "null"),
				policy("closed", "/closed/**").mode(PolicyMode.DENY));
		List<String> expressions = SCHEMA.read(text).get(0).findValuesAsText("regex");
		assertThat(expressions).isNotEmpty().allSatisfy((regex) -> assertThat(Pattern.compile(regex)).isNotNull());
		assertThat(text).contains("exact: \"capacitor://localhost\"", "maxAge: \"1800s\"", "allowCredentials: true",
				"unmatchedPreflights: \"IGNORE\"");
	}

	@Test
	void writeWhenNoPolicyGovernsShouldMakeNoRoute() {
		assertThat(text(EdgeTarget.ISTIO).lines()).allMatch((line) -> line.startsWith("#"));
	}

	@Test
	void checkWhenPathMakesTooLongAnExpressionShouldMakeNoFile() {
		String path = "/a/" + "\u00e9".repeat(60);
		EdgeOutput output = output(EdgeTarget.ISTIO, policy("a", path), policy("b", "/**"));
		assertThat(output.files()).isEmpty();
		assertThat(output.findings()).hasSize(1).allSatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(EdgeRule.EDGE_PATH_NOT_EXPRESSIBLE);
			assertThat(finding.property()).isEqualTo("cors.policies.a.paths[0]");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "PURGE", "patch" })
	void checkWhenMethodIsRejectedShouldRefuseItsPolicy(String method) {
		verifyRefused(policy("a", "/a/**").allowedMethods(method), EdgeRule.EDGE_METHOD_NOT_EXPRESSIBLE,
				"cors.policies.a.allowed-methods");
	}

	@Test
	void checkWhenHeaderIsRejectedShouldRefuseItsPolicy() {
		verifyRefused(policy("a", "/a/**").allowedHeaders("X-A", "X.B"), EdgeRule.EDGE_HEADER_NOT_EXPRESSIBLE,
				"cors.policies.a.allowed-headers");
		verifyRefused(policy("a", "/a/**").exposedHeaders("X$B"), EdgeRule.EDGE_HEADER_NOT_EXPRESSIBLE,
				"cors.policies.a.exposed-headers");
		verifyRefused(policy("a", "/a/**").allowedHeaders("*").allowCredentials(true),
				EdgeRule.EDGE_HEADER_NOT_EXPRESSIBLE, "cors.policies.a.allowed-headers");
	}

	@Test
	void checkWhenMaxAgeIsZeroShouldRefuseItsPolicy() {
		verifyRefused(policy("a", "/a/**").maxAge(Duration.ZERO), EdgeRule.EDGE_MAX_AGE_NOT_EXPRESSIBLE,
				"cors.policies.a.max-age");
	}

	/**
	 * Verifies that the policy's paths get no headers, though a wider policy would give
	 * them some.
	 */
	private static void verifyRefused(CorsPolicySpec.Builder policy, EdgeRule rule, String property) {
		EdgeOutput output = output(EdgeTarget.ISTIO, policy, policy("wide", "/**").allowedOrigins("*"));
		assertThat(output.findings()).hasSize(1).allSatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(rule);
			assertThat(finding.property()).isEqualTo(property);
		});
		List<JsonNode> routes = routes(SCHEMA.read(output.files().get(0).content()).get(0));
		int own = index(routes, "/a(?:/.*)?");
		int wide = index(routes, "(?:/.*)?");
		assertThat(own).isBetween(0, wide);
		assertThat(routes.get(own).has("corsPolicy")).isFalse();
		assertThat(routes.get(wide).has("corsPolicy")).isTrue();
	}

	private static int index(List<JsonNode> routes, String regex) {
		return routes.stream().map((route) -> route.at("/match/0/uri/regex").asText()).toList().indexOf(regex);
	}

	private static List<JsonNode> routes(JsonNode service) {
		return StreamSupport.stream(service.at("/spec/http").spliterator(), false).toList();
	}

}
