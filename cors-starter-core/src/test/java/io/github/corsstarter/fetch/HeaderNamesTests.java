package io.github.corsstarter.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderNames}.
 */
class HeaderNamesTests {

	@Test
	void isForbiddenRequestHeaderWhenInTheStandardShouldBeTrue() {
		assertThat(new String[] { "accept-charset", "accept-encoding", "access-control-request-headers",
				"access-control-request-method", "connection", "content-length", "cookie", "cookie2", "date", "dnt",
				"expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te", "trailer", "transfer-encoding",
				"upgrade", "via", "proxy-", "proxy-authorization", "sec-", "sec-fetch-site" })
			.allMatch(HeaderNames::isForbiddenRequestHeader);
		assertThat(new String[] { "accept", "authorization", "content-type", "proxy", "sec", "user-agent", "x-sec-a" })
			.noneMatch(HeaderNames::isForbiddenRequestHeader);
	}

	@Test
	void isForbiddenResponseHeaderWhenItSetsCookiesShouldBeTrue() {
		assertThat(new String[] { "set-cookie", "set-cookie2" }).allMatch(HeaderNames::isForbiddenResponseHeader);
		assertThat(HeaderNames.isForbiddenResponseHeader("cookie")).isFalse();
	}

	@Test
	void isResponseOnlyWhenRequestsHaveNoUseForItShouldBeTrue() {
		assertThat(new String[] { "access-control-allow-origin", "access-control-max-age", "vary", "www-authenticate" })
			.allMatch(HeaderNames::isResponseOnly);
		assertThat(new String[] { "authorization", "access-control-request-method" })
			.noneMatch(HeaderNames::isResponseOnly);
	}

	@Test
	void isNeverReadableWhenOnlyRequestsHaveItShouldBeTrue() {
		assertThat(new String[] { "origin", "if-match", "access-control-max-age", "user-agent" })
			.allMatch(HeaderNames::isNeverReadable);
		assertThat(new String[] { "etag", "content-length", "x-a" }).noneMatch(HeaderNames::isNeverReadable);
	}

	@Test
	void isAccessControlWhenNameStartsSoShouldBeTrueInAnyCase() {
		assertThat(new String[] { "Access-Control-Allow-Origin", "access-control-x", "ACCESS-CONTROL-" })
			.allMatch(HeaderNames::isAccessControl);
		assertThat(new String[] { "Access-Control", "X-Access-Control-Allow-Origin", "" })
			.noneMatch(HeaderNames::isAccessControl);
	}

}
