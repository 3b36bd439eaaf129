package io.github.corsstarter.cli.input;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code /actuator/cors} answers, as far as a tool needs it. What an earlier release
 * does not tell is {@code null}.
 *
 * @param policies the policies in force by their names
 * @param findings what was found about them
 * @param preflightStatus the status of granted preflights
 * @param debug whether responses name the reason of a refusal
 * @param basePath the application's context path or base path
 * @param caseSensitivePaths whether upper and lower case differ in paths
 */
record EndpointAnswer(@Nullable Map<String, Policy> policies, @Nullable List<FindingDescriptor> findings,
		@Nullable Integer preflightStatus, @Nullable Boolean debug, @Nullable String basePath,
		@Nullable Boolean caseSensitivePaths) {

	/**
	 * Reads an answer.
	 * @param json the answer
	 * @param name where it comes from
	 */
	static Configuration read(String json, String name) {
		EndpointAnswer answer;
		try {
			answer = JsonMapper.builder()
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build()
				.readValue(json, EndpointAnswer.class);
		}
		catch (JacksonException ex) {
			throw new UnusableInputException(notAnAnswer(name), ex);
		}
		if (answer == null || answer.policies == null) {
			throw new UnusableInputException(notAnAnswer(name));
		}
		return answer.configuration(answer.policies, name);
	}

	private static String notAnAnswer(String name) {
		return name + " is not what /actuator/cors answers: there is no JSON with \"policies\" in it.";
	}

	private Configuration configuration(Map<String, Policy> policies, String name) {
		try {
			List<CorsPolicySpec> specs = new ArrayList<>();
			policies.forEach((policy, values) -> specs.add(given(values, policy, "values").spec(policy)));
			// A wildcard that is in force has passed the list of public suffixes.
			CorsSettings settings = new CorsSettings((this.preflightStatus != null) ? this.preflightStatus : 204,
					Boolean.TRUE.equals(this.debug), !Boolean.FALSE.equals(this.caseSensitivePaths), (domain) -> false);
			CorsPolicySet compiled = CorsPolicySet.compile(specs, settings).orThrow();
			return new Configuration(compiled, wholeFindings(), Severity.ERROR, new EndpointLocator(policies),
					(this.basePath != null) ? this.basePath : "", name, true, List.of());
		}
		// Not only that they break a rule: any value may be missing or of another kind.
		catch (RuntimeException ex) {
			throw new UnusableInputException(
					"The policies of " + name + " cannot be used: " + ex.getMessage() + ". Is it of another release?",
					ex);
		}
	}

	private List<FindingDescriptor> wholeFindings() {
		List<FindingDescriptor> findings = (this.findings != null) ? this.findings : List.of();
		for (FindingDescriptor finding : findings) {
			boolean whole = finding != null && Stream
				.of(finding.severity(), finding.rule(), finding.property(), finding.value(), finding.message(),
						finding.advice())
				.noneMatch(Objects::isNull);
			if (!whole) {
				throw new IllegalArgumentException("one of the findings is not whole");
			}
		}
		return findings;
	}

	private static <T> T given(@Nullable T value, String policy, String key) {
		if (value == null || (value instanceof List<?> list && list.stream().anyMatch(Objects::isNull))) {
			throw new IllegalArgumentException("policy \"" + policy + "\" does not tell its " + key);
		}
		return value;
	}

	/**
	 * A policy.
	 *
	 * @param mode what the policy does
	 * @param paths the path patterns
	 * @param allowedOrigins the origins
	 * @param allowedMethods the methods
	 * @param allowedHeaders the request header names
	 * @param exposedHeaders the response header names
	 * @param allowCredentials whether credentials may be used
	 * @param maxAge how long the response to a preflight may be cached, in ISO 8601
	 * @param onRefusal what becomes of refused actual requests
	 * @param allowInsecureOrigins whether {@code http://} origins may use credentials
	 * @param allowPublicSuffixSubdomains whether all subdomains of a public suffix may
	 * @param source where the policy stands
	 * @param properties where its values come from
	 */
	record Policy(@Nullable String mode, @Nullable List<String> paths, @Nullable List<String> allowedOrigins,
			@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
			@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials, @Nullable String maxAge,
			@Nullable String onRefusal, @Nullable Boolean allowInsecureOrigins,
			@Nullable Boolean allowPublicSuffixSubdomains, @Nullable String source,
			@Nullable Map<String, Property> properties) {

		CorsPolicySpec spec(String name) {
			PolicyMode mode = constant(PolicyMode.class, this.mode, name, "mode");
			List<String> origins = given(this.allowedOrigins, name, "allowedOrigins");
			return CorsPolicySpec.named(name)
				.mode(mode)
				.paths(given(this.paths, name, "paths"))
				.allowedOrigins((mode == PolicyMode.DENY && origins.isEmpty()) ? null : origins)
				.allowedMethods(given(this.allowedMethods, name, "allowedMethods"))
				.allowedHeaders(given(this.allowedHeaders, name, "allowedHeaders"))
				.exposedHeaders(given(this.exposedHeaders, name, "exposedHeaders"))
				.allowCredentials(given(this.allowCredentials, name, "allowCredentials"))
				.maxAge(Duration.parse(given(this.maxAge, name, "maxAge")))
				.onRefusal(constant(OnRefusal.class, this.onRefusal, name, "onRefusal"))
				// Older releases do not tell, and the policies are in force.
				.allowInsecureOrigins(!Boolean.FALSE.equals(this.allowInsecureOrigins))
				.allowPublicSuffixSubdomains(!Boolean.FALSE.equals(this.allowPublicSuffixSubdomains))
				.build();
		}

		private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String code, String policy, String key) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> Codes.of(constant).equals(given(code, policy, key)))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"policy \"" + policy + "\" has the " + key + " \"" + code + "\""));
		}

	}

	/**
	 * A property that gives a policy a value.
	 *
	 * @param name the property's whole name
	 * @param source where it stands
	 */
	record Property(@Nullable String name, @Nullable String source) {
	}

}
