package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.explain.CorsQuery.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CorsQuery}.
 */
class CorsQueryTests {

	@Test
	void toWhenOnlyPathIsGivenShouldAskForPlainGet() {
		CorsQuery query = CorsQuery.to("/api");
		assertThat(query)
			.isEqualTo(new CorsQuery(new Target("http", null, 0, "/api", 0), null, "GET", List.of(), false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/                                  | http  |             | 0    | /
			/api/%2e%2e/x;a=b                  | http  |             | 0    | /api/%2e%2e/x;a=b
			//api                              | http  |             | 0    | //api
			/api?a=http://b                    | http  |             | 0    | /api
			/api#top                           | http  |             | 0    | /api
			https://a.example.com              | https | a.example.com | 0  | /
			https://a.example.com?x            | https | a.example.com | 0  | /
			HTTPS://A.example.com:8443/Api?x=1 | https | a.example.com | 8443 | /Api
			http://[::1]:8080/x                | http  | [::1]       | 8080 | /x
			http://[::1]/x                     | http  | [::1]       | 0    | /x
			""")
	void toWhenPathIsWellFormedShouldSplitIt(String text, String scheme, @Nullable String host, int port, String path) {
		assertThat(CorsQuery.to(text).target()).isEqualTo(new Target(scheme, host, port, path, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api", "ftp://a.example.com/", "://a/", "https:/a", "https://", "https:///x",
			"https://user@a.example.com/", "https://a b/", "https://a:/", "https://a:0/", "https://a:65536/",
			"https://a:123456/", "https://a:x/", "https://a:1:2/", "https://a\\b/", "/a\nb", "/a\u0000", "?x" })
	void toWhenPathIsMalformedShouldSaySo(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to(path))
			.withMessageContaining("parameter path")
			.withMessageEndingWith(".");
	}

	@ParameterizedTest
	@CsvSource({ "get,GET", "Put,PUT", "patch,patch", "PURGE,PURGE", "options,OPTIONS" })
	void methodShouldNormalizeAsFetchDoes(String method, String expected) {
		assertThat(CorsQuery.to("/").method(method).method()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GE T", "G,T", "GET\n", "G\u00C4T" })
	void methodWhenNoTokenShouldSaySo(String method) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").method(method))
			.withMessageMatching("The parameter method, \"[ -~]*\", is no HTTP method\\.");
	}

	@Test
	void headersShouldReadNamesAndValues() {
		CorsQuery query = CorsQuery.to("/")
			.headers(List.of("X-Trace, Authorization ,", "content-type: application/json;a=b:c", " "));
		assertThat(query.headers()).containsExactly(new RequestHeader("x-trace", null),
				new RequestHeader("authorization", null), new RequestHeader("content-type", "application/json;a=b:c"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x trace", ":value", "x-trace;1", "a,b c", "a:b\u0000", "a:b\r\nc", "a:\u20AC" })
	void headersWhenOneIsMalformedShouldSaySo(String headers) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").headers(List.of(headers)))
			.withMessageContaining("parameter headers")
			.withMessageMatching("[ -~]*\\.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "https://shop.example.com/", "HTTPS://x", "\u00E9" })
	void fromShouldLeaveOriginToTheEngine(String origin) {
		assertThat(CorsQuery.to("/").from(origin).origin()).isEqualTo(origin);
	}

	@Test
	void queryWhenTextIsTooLongShouldSaySo() {
		String tooLong = "/" + "a".repeat(QueryParser.MAX_LENGTH);
		String names = "a,".repeat(QueryParser.MAX_HEADERS + 1);
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to(tooLong))
			.withMessage("The parameter path is longer than 8192 characters.");
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").from(tooLong));
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").method(tooLong.substring(1) + "a"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CorsQuery.to("/").headers(List.of(tooLong.substring(1), "a")));
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.to("/").headers(List.of(names)))
			.withMessage("The parameter headers names more than 200 headers.");
	}

	@ParameterizedTest
	@CsvSource({ "/app/api,/app,4", "/app,/app,4", "/application/api,/app,0", "/api,/app,0", "/api,'',0",
			"https://a.test/app/api,/app,4" })
	void belowShouldLeaveOutContextPath(String path, String contextPath, int expected) {
		CorsQuery query = CorsQuery.to(path).below(contextPath);
		assertThat(query.target().pathOffset()).isEqualTo(expected);
	}

	@Test
	void belowWhenUrlIsOutsideOfContextPathShouldSaySo() {
		CorsQuery query = CorsQuery.to("https://a.test/api");
		assertThatIllegalArgumentException().isThrownBy(() -> query.below("/app"))
			.withMessage("The URL's path /api is not below the application's context path /app.");
	}

}
