package io.github.corsstarter.origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Origins}.
 */
class OriginsTests {

	@ParameterizedTest
	@ValueSource(strings = { "null", "https://shop.example.com", "http://localhost:3000", "https://a_b-c.example",
			"http://127.0.0.1", "http://[::1]:8080", "http://[2001:db8::1:0:0:1]", "moz-extension://4f3a-11",
			"capacitor://localhost", "h2+x-y.z://a", "https://foo:80", "http://foo:443", "https://foo:65535",
			"https://foo:1", "wsx://foo:80", "file2://foo" })
	void isSerializedWhenBrowserSendsItShouldBeTrue(String origin) {
		assertThat(Origins.isSerialized(origin)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NULL", "null ", " null", "*", "https://", "https://*", "example.com", "//example.com",
			"https:/example.com", "https://Example.com", "HTTPS://example.com", "https://example.com/",
			"https://example.com/a", "https://a@example.com", "https://example.com.", "https://.example.com",
			"https://a..b", "https://example.com:", "https://example.com:443", "http://example.com:80", "ws://a:80",
			"wss://a:443", "ftp://a:21", "https://a:0", "https://a:080", "https://a:65536", "https://a:100000",
			"https://a:a", "https://a:+1", "https://a b", "https://a,https://b", "https://a https://b",
			"https://b\u00fccher.example", "https://a\u0000b", "https://1", "https://1.2.3", "https://1.2.3.4.5",
			"https://1.2.3.256", "https://a.0x1", "https://[::1", "https://[::01]", "https://[0:0:0:0:0:0:0:1]",
			"https://[::A]", "https://[::1]a", "https://[]", "file://", "file://a", "1a://b", "a_b://c", "://a", "a:b",
			"https://a:1:2", "https://%61" })
	void isSerializedWhenNoBrowserSendsItShouldBeFalse(String origin) {
		assertThat(Origins.isSerialized(origin)).isFalse();
	}

	@Test
	void isSerializedWhenLongShouldBeBounded() {
		assertThat(Origins.isSerialized("https://" + "a".repeat(292))).isTrue();
		assertThat(Origins.isSerialized("https://" + "a".repeat(293))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			http://example.com,          http,  example.com,  80
			http://example.com,          http,  example.com,  -1
			http://example.com,          http,  example.com,  0
			http://example.com,          http,  EXAMPLE.Com,  80
			https://example.com,         https, example.com,  443
			https://example.com,         https, example.com,  -1
			https://example.com:8443,    https, example.com,  8443
			http://example.com:443,      http,  example.com,  443
			http://127.0.0.1:8080,       http,  127.0.0.1,    8080
			http://[::1]:8080,           http,  [::1],        8080
			http://[::1]:8080,           http,  ::1,          8080
			http://[::1],                http,  ::1,          80
			http://[2001:db8::a],        http,  [2001:DB8::A], 80
			""")
	void isSameWhenSchemeHostAndPortAreEqualShouldBeTrue(String origin, String scheme, String host, int port) {
		assertThat(Origins.isSame(origin, scheme, host, port)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			null,                        http,  example.com,  80
			https://example.com,         http,  example.com,  443
			http://example.com,          https, example.com,  80
			httpx://example.com,         http,  example.com,  80
			http://example.com,          http,  example.com,  8080
			http://example.com:8080,     http,  example.com,  80
			http://example.com:8080,     http,  example.com,  -1
			http://example.com:8080,     http,  example.com,  808
			http://example.com:0,        http,  example.com,  0
			http://example.com:80,       http,  example.com,  80
			http://example.com:080,      http,  example.com,  80
			http://example.com:,         http,  example.com,  80
			http://example.com:a,        http,  example.com,  80
			http://example.com.evil.org, http,  example.com,  80
			http://example.comm,         http,  example.com,  80
			http://example.co,           http,  example.com,  80
			http://exbmple.com,          http,  example.com,  80
			http://EXAMPLE.com,          http,  example.com,  80
			http://\u017fhop.example,    http,  shop.example, 80
			http://,                     http,  '',           80
			http://[::1]:8080,           http,  ::2,          8080
			http://[::1]:8080,           http,  ::1,          8081
			http://<::1>,                http,  ::1,          80
			http://[::1>,                http,  ::1,          80
			http://a::1b,                http,  ::1,          80
			""")
	void isSameWhenAnythingDiffersShouldBeFalse(String origin, String scheme, String host, int port) {
		assertThat(Origins.isSame(origin, scheme, host, port)).isFalse();
	}

}
