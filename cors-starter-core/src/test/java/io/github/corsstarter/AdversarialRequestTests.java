package io.github.corsstarter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that hostile requests are answered, and looked at within bounds.
 */
class AdversarialRequestTests {

	private static final String SHOP = "https://shop.example.com";

	// What a plain preflight takes, each field of it once or twice.
	private static final int READS = 16;

	private final CorsEngine engine = TestPolicies.engine(
			CorsPolicySpec.named("shop")
				.paths("/api/**", "/*/x*y*z/{id}/**")
				.allowedOrigins(SHOP, "https://*.shop.example.com", "https://app-*.shop.example.com",
						"http://localhost:*")
				.allowedMethods("GET", "PUT")
				.allowedHeaders("X-A")
				.build(),
			CorsPolicySpec.named("any")
				.paths("/any")
				.allowedOrigins(SHOP)
				.allowedMethods("*")
				.allowedHeaders("*")
				.build());

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void decideWhenOriginIsHostileShouldRefuse(String origin) {
		CorsDecision decision = decide(actual("GET", "/api/a", origin), READS);
		assertThat(decision.reason()).isEqualTo(RefusalReason.ORIGIN_MALFORMED);
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void decideWhenRequestedHeadersAreHostileShouldNotEchoThem(String headers) {
		for (String path : new String[] { "/api/a", "/any" }) {
			StubRequest request = preflight(path, SHOP, "PUT", headers);
			Answer answer = Answer.of(decide(request, READS), request);
			assertThat(answer.headers().toString()).doesNotContain("\r", "\n", "\u0000", headers);
			assertThat(answer.headers().toString().length()).isLessThan(5000);
		}
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void decideWhenMethodIsHostileShouldRefuse(String method) {
		assertThat(decide(preflight("/any", SHOP, method), READS).reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(decide(actual(method, "/any", SHOP), READS).reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void decideWhenPathIsHostileShouldAnswer(String path) {
		for (String start : new String[] { "", "/", "/api/", "/api/x", "/a/xyz" }) {
			assertThat(decide(actual("GET", start + path, SHOP), READS).outcome()).isIn(CorsOutcome.GRANTED,
					CorsOutcome.REFUSED, CorsOutcome.NO_POLICY);
		}
	}

	@Test
	void decideWhenThereAreTwoThousandFieldsShouldReadEachTwiceAtMost() {
		List<String> fields = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			fields.add("x-" + (i % 200));
		}
		String[] headers = fields.toArray(String[]::new);
		assertThat(decide(preflight("/api/a", SHOP, "PUT", headers), READS + 2000).reason())
			.isEqualTo(RefusalReason.HEADERS_MALFORMED);
		assertThat(decide(preflight("/any", SHOP, "PUT", headers), READS + 2000).reason())
			.isEqualTo(RefusalReason.HEADERS_MALFORMED);
		assertThat(decide(preflight("/any", SHOP, "PUT", Collections.nCopies(2000, "").toArray(String[]::new)),
				READS + 4000)
			.outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@Test
	void decideWhenThereAreTwoThousandOriginsShouldReadTwo() {
		StubRequest request = StubRequest.of("GET", "/api/a");
		for (int i = 0; i < 2000; i++) {
			request.header("Origin", SHOP);
		}
		assertThat(decide(request, READS).reason()).isEqualTo(RefusalReason.ORIGIN_MALFORMED);
	}

	@Test
	void decideWhenWildcardsMeetLongSegmentShouldGoBackToTheLastOnly() {
		// A regular expression for x*y*z would try every pair of y and z.
		String path = "/a/x" + "yz".repeat(50_000) + "y/1";
		assertThat(decide(actual("GET", path, SHOP), READS)).isSameAs(CorsDecision.NO_POLICY);
	}

	private CorsDecision decide(StubRequest request, int reads) {
		CorsDecision decision = this.engine.decide(request, StubRequest.READER);
		assertThat(request.reads()).isLessThanOrEqualTo(reads);
		return decision;
	}

	static Stream<String> hostileTexts() {
		Stream<String> repeated = Stream
			.of(",", " ", ".", "\t", "/", "a.", "a,", "x-a ", "*", "\u0000", "\r\n", "\u00e9", "\u212a", "%2e", "%2f",
					";", "../", "//", "https://", "https://a.", ":", "[", "[::", "\ud83d\ude00")
			.map((text) -> text.repeat(8192 / text.length()));
		return Stream.concat(repeated, Stream.of("\u0000", "a\u0000b", "\r\nAccess-Control-Allow-Origin: *", "\u007f",
				"https://shop.example.com\r\nX: y", "\ud800", "\uffff", "%\u0000", "%zz%\u0000"));
	}

}
