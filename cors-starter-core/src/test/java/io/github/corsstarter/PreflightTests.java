package io.github.corsstarter;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what preflights get.
 */
class PreflightTests {

	private static final String SHOP = "https://shop.example.com";

	private static final Map<String, String> LISTS = Map.of("Allow-Origin", SHOP, "Allow-Methods", "GET,HEAD,PUT",
			"Allow-Headers", "authorization,x-a", "Max-Age", "1800");

	private final CorsEngine engine = TestPolicies.engine(
			shop("plain").allowedMethods("GET", "PUT").allowedHeaders("Authorization", "X-A", "x-a").build(),
			shop("bare").build(), shop("credentials").allowCredentials(true).maxAge(Duration.ZERO).build(),
			shop("deny").mode(PolicyMode.DENY).build(), shop("forward").onRefusal(OnRefusal.FORWARD).build(),
			shop("echo").allowedMethods("GET", "*").allowedHeaders("*", "X-A").allowCredentials(true).build(),
			shop("methods").allowedMethods("*").allowedHeaders("X-A").build(),
			shop("headers").allowedMethods("PUT").allowedHeaders("*").build());

	private static CorsPolicySpec.Builder shop(String name) {
		return CorsPolicySpec.named(name).paths("/" + name).allowedOrigins(SHOP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x-a", "X-A", "authorization,x-a", "x-a, AUTHORIZATION", "\tx-a ,, x-a,\t", ",,," })
	void decideWhenAllIsListedShouldSendWholeLists(String requestedHeaders) {
		CorsDecision decision = this.engine.decide(preflight("/plain", SHOP, "PUT", requestedHeaders),
				StubRequest.READER);
		assertThat(decision.isPreflight()).isTrue();
		assertThat(decision.ownsHeaders()).isTrue();
		assertThat(Answer.of(decision, preflight("/plain", SHOP, "PUT"))).isEqualTo(Answer.preflight(LISTS));
	}

	@Test
	void decideWhenHeadersAreSplitOverFieldsShouldReadAll() {
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "GET", "x-a", "", "authorization")))
			.isEqualTo(Answer.preflight(LISTS));
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "GET", "x-a", "", "x-b")))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADER_NOT_ALLOWED));
	}

	@Test
	void decideWhenNoHeaderIsAllowedShouldLeaveOutTheirList() {
		assertThat(Answer.of(this.engine, preflight("/bare", SHOP, "POST"))).isEqualTo(
				Answer.preflight(Map.of("Allow-Origin", SHOP, "Allow-Methods", "GET,HEAD,POST", "Max-Age", "1800")));
	}

	@Test
	void decideWhenCredentialsAreAllowedShouldSaySo() {
		assertThat(Answer.of(this.engine, preflight("/credentials", SHOP, "GET"))).isEqualTo(Answer.preflight(Map
			.of("Allow-Origin", SHOP, "Allow-Credentials", "true", "Allow-Methods", "GET,HEAD,POST", "Max-Age", "0")));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/plain,   https://evil.org,         PURGE,   x-b,      ORIGIN_NOT_ALLOWED
			/plain,   https://evil.org/,        GET,     '',       ORIGIN_MALFORMED
			/plain,   https://shop.example.com, PURGE,   x-b,      METHOD_NOT_ALLOWED
			/plain,   https://shop.example.com, put,     '',       METHOD_NOT_ALLOWED
			/plain,   https://shop.example.com, '',      '',       METHOD_NOT_ALLOWED
			/plain,   https://shop.example.com, 'PUT ',  '',       METHOD_NOT_ALLOWED
			/plain,   https://shop.example.com, PUT,     'x-a x-a', HEADER_NOT_ALLOWED
			/plain,   https://shop.example.com, PUT,     x-ab,     HEADER_NOT_ALLOWED
			/plain,   https://shop.example.com, PUT,     accept,   HEADER_NOT_ALLOWED
			/forward, https://evil.org,         GET,     '',       ORIGIN_NOT_ALLOWED
			/deny,    https://shop.example.com, GET,     '',       DENIED
			/echo,    https://shop.example.com, 'A B',   '',       METHOD_NOT_ALLOWED
			/echo,    https://shop.example.com, 'GET,PUT', '',     METHOD_NOT_ALLOWED
			/echo,    https://shop.example.com, GET,     'a b',    HEADER_NOT_ALLOWED
			/echo,    https://shop.example.com, GET,     'x-a,"b"', HEADER_NOT_ALLOWED
			/headers, https://shop.example.com, PURGE,   x-b,      METHOD_NOT_ALLOWED
			/methods, https://shop.example.com, PURGE,   x-b,      HEADER_NOT_ALLOWED
			""")
	void decideWhenSomethingIsNotListedShouldRefuseWithFirstReason(String path, String origin, String method,
			String headers, RefusalReason reason) {
		assertThat(Answer.of(this.engine, preflight(path, origin, method, headers)))
			.isEqualTo(Answer.refusedPreflight(reason));
	}

	@Test
	void decideWhenRequestedMethodIsRepeatedShouldRefuse() {
		StubRequest request = preflight("/echo", SHOP, "PUT").header("Access-Control-Request-Method", "PUT");
		assertThat(Answer.of(this.engine, request))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.METHOD_NOT_ALLOWED));
	}

	@Test
	void decideWhenHeadersAreTooLongOrTooManyShouldRefuseAsMalformed() {
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "PUT", "x-a," + " ".repeat(4092))).outcome())
			.isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "PUT", "x-a,", " ".repeat(4093))))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADERS_MALFORMED));
		assertThat(Answer.of(this.engine, preflight("/echo", SHOP, "PUT", names(128))).outcome())
			.isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(this.engine, preflight("/echo", SHOP, "PUT", names(129))))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADERS_MALFORMED));
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "PUT", names(129))))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADERS_MALFORMED));
	}

	@Test
	void decideWhenFewNamesAreRepeatedOftenShouldReadThemAsFew() {
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "PUT", "x-a,".repeat(666))))
			.isEqualTo(Answer.preflight(LISTS));
		assertThat(Answer.of(this.engine, preflight("/plain", SHOP, "PUT", "x-a,x-b,".repeat(300))))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.HEADER_NOT_ALLOWED));
	}

	@Test
	void decideWhenAnyIsAllowedShouldEchoWhatWasParsed() {
		assertThat(Answer.of(this.engine, preflight("/echo", SHOP, "purge", " X-B,,Authorization,\tx-b", "x-c ")))
			.isEqualTo(Answer.preflight(Map.of("Allow-Origin", SHOP, "Allow-Credentials", "true", "Allow-Methods",
					"purge", "Allow-Headers", "x-b,authorization,x-c", "Max-Age", "1800")));
		assertThat(Answer.of(this.engine, preflight("/echo", SHOP, "GET")).headers())
			.doesNotContainKey("Allow-Headers");
		assertThat(Answer.of(this.engine, preflight("/methods", SHOP, "PURGE", "x-a")).headers())
			.contains(Map.entry("Allow-Methods", "PURGE"), Map.entry("Allow-Headers", "x-a"));
		assertThat(Answer.of(this.engine, preflight("/headers", SHOP, "PUT", "x-z")).headers())
			.contains(Map.entry("Allow-Methods", "PUT"), Map.entry("Allow-Headers", "x-z"));
	}

	@Test
	void decideWhenStatusIsConfiguredShouldAnswerWithIt() {
		CorsSettings settings = new CorsSettings(200, false, true, (domain) -> false);
		CorsPolicySet policies = CorsPolicySet.compile(List.of(shop("plain").build()), settings);
		CorsEngine engine = new CorsEngine(policies, CorsObserver.NONE);
		assertThat(Answer.of(engine, preflight("/plain", SHOP, "GET")).status()).isEqualTo(200);
	}

	@Test
	void decideWhenNoPreflightMethodIsRequestedShouldTreatAsActual() {
		StubRequest request = StubRequest.actual("OPTIONS", "/echo", SHOP)
			.header("Access-Control-Request-Headers", "x");
		assertThat(Answer.of(this.engine, request).status()).isZero();
		StubRequest get = StubRequest.actual("GET", "/echo", SHOP).header("Access-Control-Request-Method", "PUT");
		assertThat(Answer.of(this.engine, get).status()).isZero();
		StubRequest withoutOrigin = StubRequest.of("OPTIONS", "/echo").header("Access-Control-Request-Method", "PUT");
		assertThat(Answer.of(this.engine, withoutOrigin).outcome()).isEqualTo(CorsOutcome.NO_ORIGIN);
	}

	private static String names(int count) {
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < count; i++) {
			names.append("x-").append(i).append(',');
		}
		return names.toString();
	}

}
