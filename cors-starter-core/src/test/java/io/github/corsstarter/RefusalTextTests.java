package io.github.corsstarter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.Refusal.Circumstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RefusalText} and {@link Refusal}.
 */
class RefusalTextTests {

	private static final PropertyLocator LOCATOR = (policy, key) -> "app.yml:7:3";

	private final CorsPolicy policy = policy(CorsPolicySpec.named("shop")
		.allowedOrigins("https://shop.example.com", "https://*.example.org", "https://*.example.net:*",
				"http://localhost:3000", "https://api.example.com:8443", "https://www.example.com")
		.allowedMethods("GET", "PATCH", "report")
		.allowedHeaders("Authorization", "X-Trace-Id"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://shop.example.com        | has the scheme http, unlike "https://shop.example.com"
			https://localhost:3000         | has the scheme https, unlike "http://localhost:3000"
			http://a.example.org           | has the scheme http, unlike "https://a.example.org"
			https://shop.example.com:444   | has the port 444, unlike "https://shop.example.com"
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
		Refusal refusal = refusal(origin, "GET");
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
		Refusal refusal = refusal(origin, "GET");
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
		assertThat(RefusalText.forQuestions(PropertyLocator.UNKNOWN).advice(refusal("https://b.test", "GET")))
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					PURGE  | If pages may use it, add PURGE to cors.policies.shop.allowed-methods (app.yml:7:3): [GET, HEAD, PATCH, report, PURGE].
					patch  | Methods are case-sensitive: the policy lists "PATCH". Write fetch(..., {method: "PATCH"})
					REPORT | Methods are case-sensitive: the policy lists "report".
					link   | Methods are case-sensitive: send "LINK". If pages may use it, add LINK to
					TRACE  | No page can send this method
					A B    | Send a method of at most 128 letters
					""")
	void adviceWhenMethodIsRefusedShouldSayWhatToList(String method, String expected) {
		Refusal refusal = refusal("https://shop.example.com", method);
		assertThat(refusal.reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(refusal.detail()).isEqualTo(method);
		assertThat(advice(refusal)).contains(expected);
	}

	@Test
	void adviceWhenPreflightNamesMethodTwiceShouldSaySo() {
		CorsRequest request = CorsRequest.of("OPTIONS", "/", Map.of("Origin", List.of("https://shop.example.com"),
				"Access-Control-Request-Method", List.of("GET", "GET")));
		assertThat(advice(refusal(this.policy, request))).contains("the preflight names more than one");
	}

	@Test
	void adviceWhenMethodIsLongUnderAnyMethodShouldNotOfferIt() {
		CorsPolicy any = policy(CorsPolicySpec.named("any").allowedOrigins("*").allowedMethods("*"));
		Refusal refusal = refusal(any, request("A".repeat(8000), Map.of("Origin", "https://a.test")));
		assertThat(refusal.detail()).hasSize(Cleaned.MAX_LENGTH);
		assertThat(advice(refusal)).contains("at most 128").doesNotContain("AAA");
		assertThat(RefusalText.forQuestions(LOCATOR).message(refusal)).endsWith("is no HTTP method.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					x-trace      | If pages may send it, add x-trace to cors.policies.shop.allowed-headers (app.yml:7:3): [authorization, x-trace-id, x-trace].
					Content-Type | A JSON body needs Content-Type listed. If pages may send it, add content-type to
					a b          | Send short header names
					""")
	void adviceWhenHeaderIsRefusedShouldSayWhatToList(String header, String expected) {
		Refusal refusal = preflight(header);
		assertThat(refusal.reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
		assertThat(advice(refusal)).contains(expected);
	}

	@Test
	void adviceWhenHeadersAreTooManyShouldNotListThem() {
		assertThat(advice(preflight("a".repeat(4097)))).isEqualTo("Send fewer headers: no page needs that many.");
	}

	@Test
	void adviceWhenPolicyDeniesShouldNameMode() {
		CorsPolicy deny = policy(CorsPolicySpec.named("shut").mode(PolicyMode.DENY));
		assertThat(advice(refusal(deny, request("GET", Map.of("Origin", "https://a.test")))))
			.contains("cors.policies.shut.mode (app.yml:7:3)");
	}

	@Test
	void adviceWhenOriginIsRepeatedShouldSaySo() {
		CorsRequest request = CorsRequest.of("GET", "/",
				Map.of("Origin", List.of("https://shop.example.com", "https://a.test")));
		assertThat(advice(refusal(this.policy, request))).contains("more than one origin");
	}

	@Test
	void adviceWhenBrowserNavigatesShouldOfferPathOfItsOwn() {
		Refusal refusal = refusal(this.policy,
				request("POST", Map.of("Origin", "https://id.example", "Sec-Fetch-Mode", "navigate")));
		assertThat(refusal.circumstance()).isEqualTo(Circumstance.NAVIGATION);
		assertThat(advice(refusal)).contains("login callback", "\"on-refusal: forward\"",
				"cors.policies.shop.paths (app.yml:7:3)");
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
		String advice = RefusalText.forRecords(LOCATOR).advice(refusal(origin, "GET"));
		assertThat(advice).isNotBlank().doesNotContainIgnoringCase("evil").doesNotContain("add \"");
	}

	@Test
	void adviceForRecordsShouldNameListedOriginThatIsNearlyTheSame() {
		assertThat(RefusalText.forRecords(LOCATOR).advice(refusal("http://shop.example.com", "GET"))).contains(
				"unlike \"https://shop.example.com\", which the policy allows", "If pages of this origin are yours");
	}

	@ParameterizedTest
	@EnumSource(RefusalReason.class)
	void textsShouldBeThereForEveryReason(RefusalReason reason) {
		Refusal refusal = new Refusal(this.policy, "/**", reason, "x", "https://a.test", Circumstance.NONE);
		for (RefusalText text : List.of(RefusalText.forQuestions(LOCATOR), RefusalText.forRecords(LOCATOR))) {
			assertThat(text.message(refusal)).endsWith(".");
			assertThat(text.advice(refusal)).endsWith(".");
		}
	}

	@Test
	void ofShouldCleanAndCutWhatComesOutOfTheRequest() {
		String origin = "https://a\r\n\u001B" + "b".repeat(9000);
		Refusal refusal = refusal(origin, "GET");
		assertThat(refusal.origin()).isEqualTo(refusal.detail())
			.startsWith("https://a???bbb")
			.endsWith("b...")
			.hasSize(Cleaned.MAX_LENGTH);
	}

	@Test
	void ofWhenRequestIsNotRefusedShouldThrow() {
		CorsRequest request = request("GET", Map.of("Origin", "https://shop.example.com"));
		assertThatIllegalArgumentException().isThrownBy(() -> refusal(this.policy, request));
	}

	private Refusal refusal(String origin, String method) {
		return refusal(this.policy, request(method, Map.of("Origin", origin)));
	}

	private Refusal preflight(String headers) {
		return refusal(this.policy, request("OPTIONS", Map.of("Origin", "https://shop.example.com",
				"Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", headers)));
	}

	private Refusal behindProxy(String origin, String scheme, String host, @Nullable String forwardedHost,
			@Nullable String site) {
		return refusal(this.policy,
				new CorsRequest("GET", "/", 0,
						Map.of("Origin", List.of(origin), "X-Forwarded-Host",
								(forwardedHost != null) ? List.of(forwardedHost) : List.of(), "Sec-Fetch-Site",
								(site != null) ? List.of(site) : List.of()),
						scheme, host, 8080));
	}

	private static CorsRequest request(String method, Map<String, String> headers) {
		Map<String, List<String>> fields = new HashMap<>();
		headers.forEach((name, value) -> fields.put(name, List.of(value)));
		return CorsRequest.of(method, "/", fields);
	}

	private static Refusal refusal(CorsPolicy policy, CorsRequest request) {
		CorsDecision decision = policy.evaluate(request, CorsRequest.ACCESSOR);
		return Refusal.of(policy, "/**", decision, request, CorsRequest.ACCESSOR);
	}

	private static String advice(Refusal refusal) {
		return RefusalText.forQuestions(LOCATOR).advice(refusal);
	}

	private static CorsPolicy policy(CorsPolicySpec.Builder spec) {
		return CorsPolicySet.compile(List.of(spec.paths("/**").build()), CorsSettings.DEFAULTS)
			.orThrow()
			.policies()
			.get(0);
	}

}
