package io.github.corsstarter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseComparison}.
 */
class ResponseComparisonTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String EVIL = "https://evil.example";

	private final List<ResponseDifference> told = new ArrayList<>();

	private final CorsEngine engine = engine(new Recorder());

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					O=this; C=true; E=x-total-count; V=Accept, origin | -
					O=this; C=true; E=X-Total-Count; V=*              | -
					                                                  | Access-Control-Allow-Origin: none / this
					O=*; E=X-Total-Count; V=Origin    | Access-Control-Allow-Origin: * / this, Access-Control-Allow-Credentials: none / true
					O=this; C=true; E=X-Total-Count, X-Up; V=Origin   | Access-Control-Expose-Headers: X-Total-Count, X-Up / X-Total-Count
					O=this; C=true; V=Accept    | Access-Control-Expose-Headers: none / X-Total-Count, Vary: Accept / Origin
					""")
	void compareWhenRequestIsGrantedShouldTellWhereHeadersDiffer(@Nullable String response,
			@Nullable String differences) {
		assertThat(compare(actual("GET", "/trial", SHOP), response)).isEqualTo(differences);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			M=PUT, GET, OPTIONS; H=x-trace; A=600        | -
			M=GET,HEAD,POST,PUT; H=X-Trace,content-type; A=600 | -
			M=PATCH; H=x-trace; A=600     | Access-Control-Allow-Methods: PATCH / GET,HEAD,POST,PUT
			M=PUT; A=600                  | Access-Control-Allow-Headers: none / x-trace,content-type
			M=PUT; H=*; A=600             | Access-Control-Allow-Headers: * / x-trace,content-type
			M=PUT; H=x-trace,x-more; A=600 | Access-Control-Allow-Headers: x-trace,x-more / x-trace,content-type
			M=PUT; H=x-trace              | Access-Control-Max-Age: none / 600
			""")
	void compareWhenPreflightIsGrantedShouldTellWhatPagesMayDo(@Nullable String response,
			@Nullable String differences) {
		assertThat(compare(preflight("/trial", SHOP, "PUT", "x-trace"),
				"O=this; C=true; V=Origin, Access-Control-Request-Method, Access-Control-Request-Headers; " + response))
			.isEqualTo(differences);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			GET       | -
			GET, POST | Access-Control-Allow-Methods: GET, POST / GET,HEAD,POST,PUT
			""")
	void compareWhenOnlyTheRequestedMethodIsListedShouldTellNothing(String methods, @Nullable String differences) {
		assertThat(compare(preflight("/trial", SHOP, "GET", "x-trace"),
				"O=this; C=true; V=*; A=600; H=x-trace; M=" + methods))
			.isEqualTo(differences);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			PUT  | x-a           | M=PUT; H=x-a | -
			PUT  | x-a           | M=*; H=*     | -
			POST | x-a           | H=x-a        | -
			PUT  | x-a           | M=PATCH; H=x-a | Access-Control-Allow-Methods: PATCH / PUT
			PUT  | authorization | M=PUT; H=*   | Access-Control-Allow-Headers: * / authorization
			""")
	void compareWhenPolicyAllowsAnyShouldTellWhatIsNotAllowed(String method, String header, String response,
			@Nullable String differences) {
		String vary = "V=Origin, Access-Control-Request-Method, Access-Control-Request-Headers; ";
		assertThat(compare(preflight("/any", SHOP, method, header), "O=*; " + vary + response)).isEqualTo(differences);
		assertThat(compare(actual("PUT", "/any", SHOP), "O=*")).isNull();
	}

	@Test
	void compareWhenPolicyRefusesShouldTellWhatIsGranted() {
		assertThat(compare(actual("GET", "/trial", EVIL), "")).isNull();
		assertThat(compare(preflight("/trial", EVIL, "PUT"), "")).isNull();
		assertThat(compare(actual("GET", "/trial", EVIL), "O=" + EVIL + "; C=true"))
			.isEqualTo("Access-Control-Allow-Origin: https://evil.example / none");
	}

	@Test
	void compareWhenItDiffersShouldTellPolicyPatternAndKey() {
		compare(preflight("/trial", SHOP, "PUT"), "O=this; C=true; A=1; M=PUT; V=*");
		ResponseDifference difference = this.told.get(0);
		assertThat(difference.policy().name()).isEqualTo("trial");
		assertThat(difference.pattern()).isEqualTo("/trial");
		assertThat(difference.preflight()).isTrue();
		assertThat(difference.headers()).singleElement()
			.extracting(ResponseDifference.HeaderDifference::key)
			.isEqualTo("max-age");
		assertThat(ResponseDifference.HeaderDifference.of("Vary", "", "Origin").key()).isEmpty();
	}

	@Test
	void compareWhenValuesAreHostileShouldBoundAndCleanThem() {
		compare(actual("GET", "/trial", SHOP), "O=\u0007" + "a".repeat(9000) + "; C=true; E=X-Total-Count; V=*");
		assertThat(this.told.get(0).headers().get(0).written()).startsWith("?a").endsWith("...").hasSize(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/other", "/enforced" })
	void reportWhenNoPolicyReportsShouldBeNone(String path) {
		assertThat(this.engine.report(actual("GET", path, SHOP), StubRequest.READER)).isNull();
	}

	@Test
	void reportWhenNothingIsToCompareShouldBeNone() {
		assertThat(this.engine.report(StubRequest.of("GET", "/trial"), StubRequest.READER)).isNull();
		assertThat(this.engine.report(actual("GET", "/trial", "http://api.example.net"), StubRequest.READER)).isNull();
		assertThat(engine(CorsObserver.NONE).report(actual("GET", "/trial", SHOP), StubRequest.READER)).isNull();
		assertThat(TestPolicies.engine(CorsPolicySpec.named("only").paths("/trial").allowedOrigins(SHOP).build())
			.report(actual("GET", "/trial", SHOP), StubRequest.READER)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/enforced, 'X-Total-Count, , x-up, X-Up', x-up", "/enforced, x-total-count,", "/all, X-Up,",
			"/other, X-Up," })
	void notExposedWhenPolicyLacksNamesShouldTellThese(String path, String exposed, @Nullable String lacking) {
		this.engine.notExposed(actual("GET", path, SHOP), StubRequest.READER, exposed);
		assertThat(this.told.stream().map((difference) -> difference.headers().get(0).written()).toList())
			.isEqualTo((lacking != null) ? List.of(lacking) : List.of());
	}

	@Test
	void allWhenThereAreSeveralShouldTellEach() {
		CorsEngine engine = engine(CorsObserver.all(List.of(new Recorder(), new Recorder())));
		engine.notExposed(actual("GET", "/enforced", SHOP), StubRequest.READER, "X-Up");
		assertThat(this.told).hasSize(2);
		CorsEngine silent = engine((policy, decision) -> {
		});
		silent.notExposed(actual("GET", "/enforced", SHOP), StubRequest.READER, "X-Up");
		assertThat(this.told).hasSize(2);
	}

	private static CorsEngine engine(CorsObserver observer) {
		return new CorsEngine(CorsPolicySet.compile(
				List.of(CorsPolicySpec.named("trial")
					.paths("/trial")
					.allowedOrigins(SHOP)
					.allowedMethods("GET", "POST", "PUT")
					.allowedHeaders("X-Trace", "Content-Type")
					.exposedHeaders("X-Total-Count")
					.allowCredentials(true)
					.maxAge(Duration.ofMinutes(10))
					.mode(PolicyMode.REPORT_ONLY)
					.build(),
						CorsPolicySpec.named("any")
							.paths("/any")
							.allowedOrigins("*")
							.allowedMethods("*")
							.allowedHeaders("*")
							.maxAge(Duration.ofSeconds(5))
							.mode(PolicyMode.REPORT_ONLY)
							.build(),
						CorsPolicySpec.named("enforced")
							.paths("/enforced")
							.allowedOrigins(SHOP)
							.exposedHeaders("X-Total-Count")
							.build(),
						CorsPolicySpec.named("all").paths("/all").allowedOrigins(SHOP).exposedHeaders("*").build()),
				CorsSettings.DEFAULTS)
			.orThrow(), observer);
	}

	private @Nullable String compare(StubRequest request, @Nullable String text) {
		Map<String, String> response = response((text != null) ? text : "");
		ResponseComparison comparison = Objects.requireNonNull(this.engine.report(request, StubRequest.READER));
		int before = this.told.size();
		this.engine.compare(comparison, response, (headers, name) -> Collections
			.enumeration(headers.containsKey(name) ? List.of(headers.get(name)) : List.of()));
		if (this.told.size() == before) {
			return null;
		}
		return String.join(", ", this.told.get(before)
			.headers()
			.stream()
			.map((header) -> header.header() + ": " + text(header.written()) + " / " + text(header.policyValue()))
			.toList());
	}

	private static String text(String value) {
		return value.isEmpty() ? "none" : value.replace(SHOP, "this");
	}

	private static Map<String, String> response(String text) {
		Map<String, String> names = Map.of("O", "Access-Control-Allow-Origin", "C", "Access-Control-Allow-Credentials",
				"E", "Access-Control-Expose-Headers", "M", "Access-Control-Allow-Methods", "H",
				"Access-Control-Allow-Headers", "A", "Access-Control-Max-Age", "V", "Vary");
		Map<String, String> response = new LinkedHashMap<>();
		Arrays.stream(text.split(";"))
			.map(String::strip)
			.filter((field) -> !field.isEmpty())
			.forEach((field) -> response.put(names.get(field.substring(0, 1)),
					field.substring(2).replace("this", SHOP)));
		return response;
	}

	private final class Recorder implements CorsObserver {

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
		}

		@Override
		public void differs(ResponseDifference difference) {
			ResponseComparisonTests.this.told.add(difference);
		}

	}

}
