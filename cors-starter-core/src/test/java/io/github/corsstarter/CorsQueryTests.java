package io.github.corsstarter;

import java.util.List;

import io.github.corsstarter.CorsQuery.Target;
import io.github.corsstarter.fetch.RequestHeader;
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
	void parseWhenOnlyPathIsGivenShouldAskForPlainGet() {
		CorsQuery query = CorsQuery.parse("/api", null, null, null, null);
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
	void parseWhenPathIsWellFormedShouldSplitIt(String text, String scheme, @Nullable String host, int port,
			String path) {
		assertThat(CorsQuery.parse(text, null, null, null, null).target())
			.isEqualTo(new Target(scheme, host, port, path, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api", "ftp://a.example.com/", "://a/", "https:/a", "https://", "https:///x",
			"https://user@a.example.com/", "https://a b/", "https://a:/", "https://a:0/", "https://a:65536/",
			"https://a:123456/", "https://a:x/", "https://a:1:2/", "https://a\\b/", "/a\nb", "/a\u0000", "?x" })
	void parseWhenPathIsMalformedShouldSaySo(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse(path, null, null, null, null))
			.withMessageContaining("parameter path")
			.withMessageEndingWith(".");
	}

	@ParameterizedTest
	@CsvSource({ "get,GET", "Put,PUT", "patch,patch", "PURGE,PURGE", "options,OPTIONS" })
	void parseShouldNormalizeMethodAsFetchDoes(String method, String expected) {
		assertThat(CorsQuery.parse("/", null, method, null, null).method()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GE T", "G,T", "GET\n", "G\u00C4T" })
	void parseWhenMethodIsNoTokenShouldSaySo(String method) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse("/", null, method, null, null))
			.withMessageMatching("The parameter method, \"[ -~]*\", is no HTTP method\\.");
	}

	@Test
	void parseShouldReadHeaderNamesAndValues() {
		CorsQuery query = CorsQuery.parse("/", null, null,
				List.of("X-Trace, Authorization ,", "content-type: application/json;a=b:c", " "), null);
		assertThat(query.headers()).containsExactly(new RequestHeader("x-trace", null),
				new RequestHeader("authorization", null), new RequestHeader("content-type", "application/json;a=b:c"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x trace", ":value", "x-trace;1", "a,b c", "a:b\u0000", "a:b\r\nc", "a:\u20AC" })
	void parseWhenHeaderIsMalformedShouldSaySo(String headers) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse("/", null, null, List.of(headers), null))
			.withMessageContaining("parameter headers")
			.withMessageMatching("[ -~]*\\.");
	}

	@ParameterizedTest
	@CsvSource({ "true,true", "include,true", "false,false", "omit,false", "same-origin,false", "'',false" })
	void parseShouldReadCredentials(String credentials, boolean expected) {
		assertThat(CorsQuery.parse("/", null, null, null, credentials).credentials()).isEqualTo(expected);
	}

	@Test
	void parseWhenCredentialsAreMalformedShouldSaySo() {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse("/", null, null, null, "yes\n"))
			.withMessage("The parameter credentials, \"yes?\", is neither true nor false.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "https://shop.example.com/", "HTTPS://x", "\u00E9" })
	void parseShouldLeaveOriginToTheEngine(String origin) {
		assertThat(CorsQuery.parse("/", origin, null, null, null).origin()).isEqualTo(origin);
	}

	@Test
	void parseWhenTextIsTooLongShouldSaySo() {
		String tooLong = "/" + "a".repeat(CorsQueryParser.MAX_LENGTH);
		String names = "a,".repeat(CorsQueryParser.MAX_HEADERS + 1);
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse(tooLong, null, null, null, null))
			.withMessage("The parameter path is longer than 8192 characters.");
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse("/", tooLong, null, null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CorsQuery.parse("/", null, tooLong.substring(1) + "a", null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CorsQuery.parse("/", null, null, List.of(tooLong.substring(1), "a"), null));
		assertThatIllegalArgumentException().isThrownBy(() -> CorsQuery.parse("/", null, null, List.of(names), null))
			.withMessage("The parameter headers names more than 200 headers.");
	}

	@ParameterizedTest
	@CsvSource({ "/app/api,/app,4", "/app,/app,4", "/application/api,/app,0", "/api,/app,0", "/api,'',0",
			"https://a.test/app/api,/app,4" })
	void belowShouldLeaveOutContextPath(String path, String contextPath, int expected) {
		CorsQuery query = CorsQuery.parse(path, null, null, null, null).below(contextPath);
		assertThat(query.target().pathOffset()).isEqualTo(expected);
	}

	@Test
	void belowWhenUrlIsOutsideOfContextPathShouldSaySo() {
		CorsQuery query = CorsQuery.parse("https://a.test/api", null, null, null, null);
		assertThatIllegalArgumentException().isThrownBy(() -> query.below("/app"))
			.withMessage("The URL's path /api is not below the application's context path /app.");
	}

}
