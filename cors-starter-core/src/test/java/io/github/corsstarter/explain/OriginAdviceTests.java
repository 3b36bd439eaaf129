package io.github.corsstarter.explain;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.Refusal.Circumstance;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.explain.TestRefusals.LOCATOR;
import static io.github.corsstarter.explain.TestRefusals.advice;
import static io.github.corsstarter.explain.TestRefusals.policy;
import static io.github.corsstarter.explain.TestRefusals.refusal;
import static io.github.corsstarter.explain.TestRefusals.request;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginAdvice} and {@link OriginNearMiss}.
 */
class OriginAdviceTests {

	private final CorsPolicy policy = TestRefusals.shop();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://shop.example.com        | has the scheme http, unlike "https://shop.example.com"
			https://localhost:3000         | has the scheme https, unlike "http://localhost:3000"
			http://a.example.org           | has the scheme http, unlike "https://a.example.org"
			https://shop.example.com:444   | has the port 444, unlike "https://shop.example.com"
			http://127.0.0.1:3000          | has the host 127.0.0.1, unlike "http://localhost:3000"
			http://[::1]:3000              | has the host [::1], unlike "http://localhost:3000"
			http://localhost               | has no port, unlike "http://localhost:3000"
			http://localhost:4200          | has the port 4200, unlike "http://localhost:3000"
			https://api.example.com        | has no port, unlike "https://api.example.com:8443"
			https://a.example.org:8443     | has the port 8443, unlike "https://a.example.org"
			https://www.shop.example.com   | has www. in front, unlike "https://shop.example.com"
			https://example.com            | has no www. in front, unlike "https://www.example.com"
			https://example.org            | wildcard takes in subdomains, never the domain itself
			https://example.net            | wildcard takes in subdomains, never the domain itself
			https://example.net:8443       | wildcard takes in subdomains, never the domain itself
			null                           | sandboxed frames
			""")
	void adviceWhenOriginNearlyMatchesShouldNameDifference(String origin, String expected) {
		Refusal refusal = refused(origin, "GET");
		assertThat(refusal.reason()).isEqualTo(RefusalReason.ORIGIN_NOT_ALLOWED);
		assertThat(advice(refusal)).contains(expected, "cors.policies.shop.allowed-origins (app.yml:7:3)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					https://shop.example.com/      | ends with a slash; browsers send "https://shop.example.com", which the policy allows.
					https://shop.example.com/a/b   | has a path; browsers send "https://shop.example.com", which the policy allows.
					https://Shop.example.com       | has upper case or white space; browsers send "https://shop.example.com", which
					https://shop.example.com:443   | writes out the default port; browsers send "https://shop.example.com", which
					http://shop.example.com:80     | browsers send "http://shop.example.com", which the policy does not allow either.
					shop.example.com               | has no scheme; browsers send "https://shop.example.com", which the policy allows.
					nonsense                       | An origin is scheme, host and port
					https://a..b                   | An origin is scheme, host and port
					https://shop.example.com.      | An origin is scheme, host and port
					""")
	void adviceWhenOriginIsMalformedShouldNameWhatBrowsersSend(String origin, String expected) {
		Refusal refusal = refused(origin, "GET");
		assertThat(refusal.reason()).isEqualTo(RefusalReason.ORIGIN_MALFORMED);
		assertThat(advice(refusal)).contains(expected);
	}

	@Test
	void adviceWhenOriginIsFarFromAnyShouldOfferWholeList() {
		CorsPolicy policy = policy(CorsPolicySpec.named("shop").allowedOrigins("https://a.test"));
		assertThat(advice(refusal(policy, request("GET", Map.of("Origin", "https://b.test")))))
			.isEqualTo("If its pages may call, add \"https://b.test\" to cors.policies.shop.allowed-origins"
					+ " (app.yml:7:3): [\"https://a.test\", \"https://b.test\"].");
	}

	@Test
	void adviceWhenPlaceIsNotKnownShouldNamePropertyAlone() {
		assertThat(RefusalText.forQuestions(PropertyLocator.UNKNOWN).advice(refused("https://b.test", "GET")))
			.contains("to cors.policies.shop.allowed-origins: [");
	}

	@ParameterizedTest
	@CsvSource({ "http://b.test,https://b.test", "http://shop.example.com," })
	void adviceWhenOriginIsInsecureAndCredentialsAreAllowedShouldNotOfferIt(String origin, @Nullable String offered) {
		CorsPolicy policy = policy(
				CorsPolicySpec.named("shop").allowedOrigins("https://shop.example.com").allowCredentials(true));
		String advice = advice(refusal(policy, request("GET", Map.of("Origin", origin))));
		assertThat(advice).contains("Serve the page over https").doesNotContain("add \"http:");
		assertThat(advice.contains("add ")).isEqualTo(offered != null);
	}

	@Test
	void adviceWhenOriginIsOpaqueAndCredentialsAreAllowedShouldWarnOfListingIt() {
		CorsPolicy policy = policy(
				CorsPolicySpec.named("shop").allowedOrigins("https://shop.example.com").allowCredentials(true));
		assertThat(advice(refusal(policy, request("GET", Map.of("Origin", "null"))))).contains("must not be listed");
	}

	@Test
	void adviceWhenOriginIsRepeatedShouldSaySo() {
		SimulatedRequest request = TestRefusals.requestWith("GET",
				Map.of("Origin", List.of("https://shop.example.com", "https://a.test")));
		assertThat(advice(refusal(this.policy, request))).contains("more than one origin");
	}

	@ParameterizedTest
	@CsvSource({ "https://app.test,http,app.test,,", "https://app.test,http,inner,app.test,",
			"http://app.test:81,http,inner,app.test:81," })
	void adviceWhenOriginIsOwnBehindProxyShouldNameForwardedHeaders(String origin, String scheme, String host,
			@Nullable String forwardedHost) {
		Refusal refusal = behindProxy(origin, scheme, host, forwardedHost, null);
		assertThat(refusal.circumstance()).isEqualTo(Circumstance.OWN_HOST);
		assertThat(advice(refusal)).contains("server.forward-headers-strategy");
		assertThat(RefusalText.forRecords(LOCATOR).advice(refusal)).doesNotContain("app.test");
	}

	@ParameterizedTest
	@CsvSource({ "https://app.test,http,app.test,,cross-site", "https://app.test,http,inner,other.test,",
			"http://app.test:3000,http,app.test,,", "https://app.test,https,other.test,," })
	void ofWhenOriginIsAnotherShouldKnowNothingOfNote(String origin, String scheme, String host,
			@Nullable String forwardedHost, @Nullable String site) {
		assertThat(behindProxy(origin, scheme, host, forwardedHost, site).circumstance()).isEqualTo(Circumstance.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.test", "http://shop.example.com.evil.test", "https://evil.test:3000",
			"http://evil.example.org", "https://evil.test/", "EVIL.test", "https://www.evil.test",
			"https://example.org", "chrome-extension://evil", "null", "" })
	void adviceForRecordsShouldNotOfferOrigin(String origin) {
		String advice = RefusalText.forRecords(LOCATOR).advice(refused(origin, "GET"));
		assertThat(advice).isNotBlank().doesNotContainIgnoringCase("evil").doesNotContain("add \"");
	}

	@Test
	void adviceForRecordsShouldNameListedOriginThatIsNearlyTheSame() {
		assertThat(RefusalText.forRecords(LOCATOR).advice(refused("http://shop.example.com", "GET"))).contains(
				"unlike \"https://shop.example.com\", which the policy allows", "If pages of this origin are yours");
	}

	private Refusal behindProxy(String origin, String scheme, String host, @Nullable String forwardedHost,
			@Nullable String site) {
		return refusal(this.policy,
				new SimulatedRequest("GET", "/", 0,
						Map.of("Origin", List.of(origin), "X-Forwarded-Host",
								(forwardedHost != null) ? List.of(forwardedHost) : List.of(), "Sec-Fetch-Site",
								(site != null) ? List.of(site) : List.of()),
						scheme, host, 8080));
	}

	private Refusal refused(String origin, String method) {
		return refusal(this.policy, request(method, Map.of("Origin", origin)));
	}

}
