package io.github.corsstarter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for answers that name the reason of a refusal.
 */
class DebugAnswerTests {

	private static final String SHOP = "https://shop.example.com";

	private static final Map<String, String> LISTS = Map.of("Allow-Origin", SHOP, "Allow-Credentials", "true",
			"Allow-Methods", "PUT", "Allow-Headers", "x-a");

	private final CorsEngine engine = new CorsEngine(CorsPolicySet.compile(List.of(
			CorsPolicySpec.named("shop")
				.paths("/shop/**")
				.allowedOrigins(SHOP)
				.allowedMethods("PUT")
				.allowedHeaders("X-A")
				.allowCredentials(true)
				.build(),
			CorsPolicySpec.named("forward").paths("/forward").allowedOrigins(SHOP).onRefusal(OnRefusal.FORWARD).build(),
			CorsPolicySpec.named("any-method")
				.paths("/any-method")
				.allowedOrigins(SHOP)
				.allowedMethods("*")
				.allowedHeaders("X-A")
				.build(),
			CorsPolicySpec.named("any-header").paths("/any-header").allowedOrigins(SHOP).allowedHeaders("*").build()),
			new CorsSettings(200, true, true, (domain) -> false)), CorsObserver.NONE);

	@Test
	void decideWhenBrowserFindsWhatIsMissingShouldGiveItTheLists() {
		assertThat(Answer.of(this.engine, preflight("/shop", SHOP, "PATCH")))
			.isEqualTo(told(RefusalReason.METHOD_NOT_ALLOWED, LISTS));
		assertThat(Answer.of(this.engine, preflight("/shop", SHOP, "put")))
			.isEqualTo(told(RefusalReason.METHOD_NOT_ALLOWED, LISTS));
		assertThat(Answer.of(this.engine, preflight("/shop", SHOP, "PUT", "x-b")))
			.isEqualTo(told(RefusalReason.HEADER_NOT_ALLOWED, LISTS));
		assertThat(Answer.of(this.engine, preflight("/any-method", SHOP, "PURGE", "x-b")))
			.isEqualTo(told(RefusalReason.HEADER_NOT_ALLOWED,
					Map.of("Allow-Origin", SHOP, "Allow-Methods", "PURGE", "Allow-Headers", "x-a")));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/shop,       https://evil.example,     PUT,   x-a,  ORIGIN_NOT_ALLOWED
			/shop,       https://evil.example/,    PUT,   x-a,  ORIGIN_MALFORMED
			/shop,       https://shop.example.com, POST,  x-a,  METHOD_NOT_ALLOWED
			/shop,       https://shop.example.com, 'P T', x-a,  METHOD_NOT_ALLOWED
			/any-method, https://shop.example.com, 'P T', x-a,  METHOD_NOT_ALLOWED
			/any-header, https://shop.example.com, GET,   'a b', HEADER_NOT_ALLOWED
			""")
	void decideWhenBrowserWouldFindNothingMissingShouldRefuseByStatus(String path, String origin, String method,
			String headers, RefusalReason reason) {
		Answer answer = Answer.of(this.engine, preflight(path, origin, method, headers));
		assertThat(answer).isEqualTo(new Answer(CorsOutcome.REFUSED, reason, 403, Answer.PREFLIGHT_VARY,
				Map.of("Cors-Refusal", reason.code()), "Cross-origin request refused: " + reason.code() + ".\n"));
	}

	@Test
	void decideWhenMethodIsRepeatedButListedShouldRefuseByStatus() {
		StubRequest request = preflight("/shop", SHOP, "PUT").header("Access-Control-Request-Method", "PUT");
		assertThat(Answer.of(this.engine, request).status()).isEqualTo(403);
		StubRequest any = preflight("/any-method", SHOP, "PURGE").header("Access-Control-Request-Method", "PUT");
		assertThat(Answer.of(this.engine, any).status()).isEqualTo(403);
	}

	@Test
	void decideWhenActualIsRefusedShouldNameTheReason() {
		assertThat(Answer.of(this.engine, actual("PURGE", "/shop", SHOP)))
			.isEqualTo(new Answer(CorsOutcome.REFUSED, RefusalReason.METHOD_NOT_ALLOWED, 403, "Origin",
					Map.of("Cors-Refusal", "method-not-allowed", "Cache-Control", "no-store"),
					"Cross-origin request refused: method-not-allowed.\n"));
		assertThat(Answer.of(this.engine, actual("PURGE", "/forward", SHOP)).headers())
			.isEqualTo(Map.of("Cors-Refusal", "method-not-allowed"));
	}

	private static Answer told(RefusalReason reason, Map<String, String> lists) {
		Map<String, String> headers = new TreeMap<>(lists);
		headers.put("Cors-Refusal", reason.code());
		return new Answer(CorsOutcome.REFUSED, reason, 200, Answer.PREFLIGHT_VARY, headers,
				"Cross-origin request refused: " + reason.code() + ".\n");
	}

}
