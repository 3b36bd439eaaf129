package io.github.corsstarter.browser;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BrowserCheck}.
 */
class BrowserCheckTests {

	private static final String ORIGIN = "https://shop.example.com";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			false | https://shop.example.com      |       |
			false | *                             |       |
			true  | https://shop.example.com      | true  |
			false |                               | true  | ORIGIN_MISSING
			false | https://SHOP.example.com      |       | ORIGIN_DIFFERS
			false | https://shop.example.com/     |       | ORIGIN_DIFFERS
			false | null                          |       | ORIGIN_DIFFERS
			false | https://shop.example.com, *   |       | ORIGIN_REPEATED
			false | *, *                          |       | ORIGIN_REPEATED
			true  | *                             | true  | ANY_ORIGIN_WITH_CREDENTIALS
			true  | https://shop.example.com      |       | CREDENTIALS_NOT_ALLOWED
			true  | https://shop.example.com      | TRUE  | CREDENTIALS_NOT_ALLOWED
			true  | https://shop.example.com      | true, true | CREDENTIALS_NOT_ALLOWED
			""")
	void responseShouldPerformCorsCheck(boolean credentials, @Nullable String allowOrigin,
			@Nullable String allowCredentials, @Nullable BrowserObjection expected) {
		BrowserCheck check = new BrowserCheck(ORIGIN, "GET", List.of(), credentials);
		assertThat(check.response((name) -> switch (name) {
			case HeaderNames.ALLOW_ORIGIN -> allowOrigin;
			case HeaderNames.ALLOW_CREDENTIALS -> allowCredentials;
			default -> null;
		})).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			false | GET   |                       |           |                        |
			false | POST  |                       | PUT       |                        |
			false | PUT   |                       | PUT       |                        |
			false | PUT   |                       | GET , PUT,|                        |
			false | PUT   |                       | *         |                        |
			false | PUT   |                       |           |                        | METHOD_NOT_LISTED
			false | patch |                       | PATCH     |                        | METHOD_NOT_LISTED
			true  | PUT   |                       | *         |                        | METHOD_NOT_LISTED
			true  | PUT   |                       | PUT       |                        |
			false | GET   | x-trace               |           | X-Trace                |
			false | GET   | x-trace               |           | *                      |
			false | GET   | x-trace               |           | x-other                | HEADER_NOT_LISTED
			false | GET   | x-trace               |           |                        | HEADER_NOT_LISTED
			true  | GET   | x-trace               |           | *                      | HEADER_NOT_LISTED
			false | GET   | authorization         |           | *                      | HEADER_NOT_LISTED
			false | GET   | authorization         |           | *,Authorization        |
			false | GET   |                       | GET;PUT   |                        | LIST_MALFORMED
			false | GET   |                       |           | x trace                | LIST_MALFORMED
			""")
	void preflightShouldHoldRequestAgainstLists(boolean credentials, String method, @Nullable String headerName,
			@Nullable String methods, @Nullable String names, @Nullable BrowserObjection expected) {
		List<String> headerNames = (headerName != null) ? List.of(headerName) : List.of();
		BrowserCheck check = new BrowserCheck(ORIGIN, method, headerNames, credentials);
		assertThat(check.preflight(204, (name) -> switch (name) {
			case HeaderNames.ALLOW_ORIGIN -> ORIGIN;
			case HeaderNames.ALLOW_CREDENTIALS -> "true";
			case HeaderNames.ALLOW_METHODS -> methods;
			case HeaderNames.ALLOW_HEADERS -> names;
			default -> null;
		})).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 199, 300, 301, 403, 500 })
	void preflightWhenStatusIsNotOkShouldObject(int status) {
		BrowserCheck check = new BrowserCheck(ORIGIN, "GET", List.of(), false);
		assertThat(check.preflight(status, Map.of(HeaderNames.ALLOW_ORIGIN, "*")::get))
			.isEqualTo(BrowserObjection.STATUS_NOT_OK);
	}

	@Test
	void responseWhenEveryOriginIsAllowedShouldObjectToCredentialsOnly() {
		Map<String, String> headers = Map.of(HeaderNames.ALLOW_ORIGIN, "*", HeaderNames.ALLOW_CREDENTIALS, "true");
		BrowserCheck with = new BrowserCheck(ORIGIN, "GET", List.of(), true);
		assertThat(with.response(headers::get)).isEqualTo(BrowserObjection.ANY_ORIGIN_WITH_CREDENTIALS);
		assertThat(with.preflight(204, headers::get)).isEqualTo(BrowserObjection.ANY_ORIGIN_WITH_CREDENTIALS);
		BrowserCheck without = new BrowserCheck(ORIGIN, "GET", List.of(), false);
		assertThat(without.response(headers::get)).isNull();
		assertThat(without.preflight(204, headers::get)).isNull();
	}

	@Test
	void preflightWhenOriginIsMissingShouldObjectToThat() {
		BrowserCheck check = new BrowserCheck(ORIGIN, "GET", List.of(), false);
		assertThat(check.preflight(204, (name) -> null)).isEqualTo(BrowserObjection.ORIGIN_MISSING);
	}

	@Test
	void responseWhenOriginIsOpaqueShouldAcceptNull() {
		BrowserCheck check = new BrowserCheck("null", "GET", List.of(), false);
		assertThat(check.response((name) -> "null")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			false | X-Total-Count |                        | false
			false | X-Total-Count | x-total-count          | true
			true  | X-Total-Count | x-total-count          | true
			false | x-total-count | X-Other , X-Total-Count | true
			false | X-Total-Count | X-Total                | false
			false | X-Total-Count | *                      | true
			true  | X-Total-Count | *                      | false
			true  | *             | *                      | true
			false | X-Total-Count | X-Total-Count, a b     | false
			false | Content-Type  |                        | true
			true  | expires       | X-Total-Count          | true
			false | Set-Cookie    | Set-Cookie, *          | false
			""")
	void exposesShouldFilterResponse(boolean credentials, String name, @Nullable String exposed, boolean expected) {
		BrowserCheck check = new BrowserCheck(ORIGIN, "GET", List.of(), credentials);
		assertThat(check.exposes(name, (header) -> header.equals(HeaderNames.EXPOSE_HEADERS) ? exposed : null))
			.isEqualTo(expected);
	}

}
