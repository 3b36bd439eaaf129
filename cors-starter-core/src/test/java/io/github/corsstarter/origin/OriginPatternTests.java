package io.github.corsstarter.origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OriginPattern}: the grammar of allowed origins.
 */
class OriginPatternTests {

	private static final String SHAPE = "Write scheme, host and port only, as \"https://shop.example.com\".";

	@ParameterizedTest
	@ValueSource(strings = { "https://shop.example.com", "http://localhost:3000", "https://*.example.com",
			"https://*.com", "https://app-*.example.com", "https://*-preview.example.com", "https://a*b.co.uk",
			"http://localhost:*", "https://*.example.com:*", "https://*.example.com:8443", "http://*.localhost",
			"https://x_y.example.com", "https://-a-.example.com", "https://intranet",
			"chrome-extension://abcdefghijklmnop", "capacitor://localhost", "moz-extension://*", "moz-extension://*:*",
			"connector://foo", "a+b-c.d1://x", "http://127.0.0.1", "https://127.0.0.1:90", "http://127.0.0.1:*",
			"http://[::1]:90", "http://[::1]", "http://[::1]:*", "http://[2001:db8:aaaa:1111::100]:9090", "http://[::]",
			"http://[1:0:0:2::]", "http://[1:2:3:4:5:6:7:8]", "https://foo:1", "https://foo:65535", "https://foo:80",
			"http://foo:443", "ftp://foo", "https://xn--bcher-kva.example", "https://0x.example",
			"https://1.2.3.4.example" })
	void parseWhenBrowsersSendItShouldAccept(String text) {
		assertThat(OriginPattern.parse(text)).hasToString(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					https://example.com/              | ends with a slash                      | https://example.com
					https://Example.com/              | ends with a slash                      | https://example.com
					https://example.com:443/          | ends with a slash                      | https://example.com
					https://example.com/a             | has a path                             | https://example.com
					https://example.com//             | has a path                             | https://example.com
					https://example.com?              | has a path                             | https://example.com
					https://example.com?a             | has a path                             | https://example.com
					https://example.com:6060#nav      | has a path                             | https://example.com:6060
					https://me@example.com            | has user information                   | https://example.com
					https://me:pw@example.com:1       | has user information                   | https://example.com:1
					https://a@b@example.com           | has user information                   | https://example.com
					` https://example.com `           | has white space around it              | https://example.com
					https://EXAMPLE.com               | has upper-case letters                 | https://example.com
					HTTPS://example.com               | has upper-case letters                 | https://example.com
					http://exAmplE.coM:3999           | has upper-case letters                 | http://example.com:3999
					https://b\u00fccher.example       | has characters outside ASCII           | https://xn--bcher-kva.example
					https://*.B\u00fccher.example:81  | has characters outside ASCII           | https://*.xn--bcher-kva.example:81
					http://foo:80                     | writes out its scheme's default port   | http://foo
					https://foo:443                   | writes out its scheme's default port   | https://foo
					ws://foo:80                       | writes out its scheme's default port   | ws://foo
					wss://foo:443                     | writes out its scheme's default port   | wss://foo
					ftp://foo:21                      | writes out its scheme's default port   | ftp://foo
					https://*.example.com:443         | writes out its scheme's default port   | https://*.example.com
					https://example.com.              | has a dot at the end                   | https://example.com
					https://example.com.:90           | has a dot at the end                   | https://example.com:90
					example.com                       | has no scheme                          | https://example.com
					//example.com                     | has no scheme                          | https://example.com
					*.example.com                     | has no scheme                          | https://*.example.com
					localhost:3000                    | has no scheme                          | http://localhost:3000
					http://[0:0::1]                   | has an IPv6 address that is not in     | http://[::1]
					http://[2001:4860:4860:0000:0000:0000:0000:8888]:90 | has an IPv6 address that is not in | http://[2001:4860:4860::8888]:90
					http://[1:2:3:4:5:6:7::]          | has an IPv6 address that is not in     | http://[1:2:3:4:5:6:7:0]
					""")
	void parseWhenMistakeIsPlainShouldAdviseWhatWorks(String text, String reason, String advice) {
		assertThatExceptionOfType(InvalidOriginException.class).isThrownBy(() -> OriginPattern.parse(text))
			.withMessageStartingWith(reason)
			.satisfies((ex) -> assertThat(ex.getAdvice()).isEqualTo("Write \"" + advice + "\"."));
		assertThat(OriginPattern.parse(advice)).hasToString(advice);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://me:secret/1@example.com", "https://me:secret#1@example.com",
			"https://me:secret?1@example.com/", "me:secret@example.com" })
	void parseWhenThereIsAPasswordShouldAdviseWithoutIt(String text) {
		assertThatExceptionOfType(InvalidOriginException.class).isThrownBy(() -> OriginPattern.parse(text))
			.satisfies((ex) -> assertThat(ex.getMessage() + ex.getAdvice()).doesNotContain("me:", "secret"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ab                          | has no scheme
			example.com/a               | has no scheme
			https:/example.com          | has no scheme
			https:example.com           | has no scheme
			mailto:a@example.com        | has no scheme
			https://exam ple.com        | has white space or a control character
			https://a\tb.com            | has white space or a control character
			https://a\u007fb.com        | has white space or a control character
			://example.com              | has no valid scheme
			42-chrome-extension://foo   | has no valid scheme
			chrome-extension*://foo     | has no valid scheme
			\u00fc://foo                | has no valid scheme
			https://                    | has no host
			https://:8080               | has no host
			https://foo:\uff18\uff10    | has characters outside ASCII
			https://a\ud800.com         | has characters outside ASCII
			https://^foo                | has a host with an empty label or with characters
			https://a..b                | has a host with an empty label or with characters
			https://.example.com        | has a host with an empty label or with characters
			https://a:b:1               | has a host with an empty label or with characters
			https://[::1                | has a host with an empty label or with characters
			https://foo]                | has a host with an empty label or with characters
			http://1:6060               | has a host that ends in a number
			http://127.0.0.1.1          | has a host that ends in a number
			http://127.0.0.256          | has a host that ends in a number
			http://127.0.0.01           | has a host that ends in a number
			http://127.0.0              | has a host that ends in a number
			http://foo.0x1f             | has a host that ends in a number
			http://0x                   | has a host that ends in a number
			http://[example]:90         | has brackets around something that is no IPv6
			http://[]                   | has brackets around something that is no IPv6
			http://[:::]                | has brackets around something that is no IPv6
			http://[1::2::3]            | has brackets around something that is no IPv6
			http://[::1%251]            | has brackets around something that is no IPv6
			http://[1:2:3:4:5:6:7]      | has brackets around something that is no IPv6
			http://[1:2:3:4:5:6:7:8:9]  | has brackets around something that is no IPv6
			http://[1:2:3:4::5:6:7:8]   | has brackets around something that is no IPv6
			http://[12345::]            | has brackets around something that is no IPv6
			http://[::1:]               | has brackets around something that is no IPv6
			http://[:1::]               | has brackets around something that is no IPv6
			https://*^.foo.com          | has a leftmost label with characters
			""")
	void parseWhenMeaningIsUnclearShouldAdviseTheShape(String text, String reason) {
		assertThatExceptionOfType(InvalidOriginException.class).isThrownBy(() -> OriginPattern.parse(text))
			.withMessageStartingWith(reason)
			.satisfies((ex) -> assertThat(ex.getAdvice()).isEqualTo(SHAPE));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					file:///foo                     | is a file: URL        | Serve the page over http
					FILE://example.com              | is a file: URL        | Serve the page over http
					https://foo:                    | has a bad port        | Write "https://foo:8443" for one port, or "https://foo:*"
					https://foo:-1                  | has a bad port        | Write "https://foo:8443" for one port
					https://foo:abc                 | has a bad port        | Write "https://foo:8443" for one port
					https://foo:0                   | has a bad port        | Write "https://foo:8443" for one port
					https://foo:06060               | has a bad port        | Write "https://foo:8443" for one port
					https://foo:65536               | has a bad port        | Write "https://foo:8443" for one port
					https://foo:123456              | has a bad port        | Write "https://foo:8443" for one port
					https://foo:80*                 | has a bad port        | Write "https://foo:8443" for one port
					http://*                        | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://*:8443                  | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://*                       | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://app*                    | has a misplaced *     | Write "https://*.example.com" for every subdomain
					http://foo.*.example.com:3999   | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://example.*               | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://**.example.com          | has a misplaced *     | Write "https://*.example.com" for every subdomain
					https://*.*.example.com         | has a misplaced *     | Write "https://*.example.com" for every subdomain
					moz-extension://a*              | has a misplaced *     | Write "https://*.example.com" for every subdomain
					http://*.127.0.0.1:3999         | has a * before        | Write "https://*.example.com" for every subdomain
					http://*.[::1]:3999             | has a * before        | Write "https://*.example.com" for every subdomain
					https://*.                      | has a * before        | Write "https://*.example.com" for every subdomain
					https://*.example..com          | has a * before        | Write "https://*.example.com" for every subdomain
					https://*example.com            | has a partial wildcard | Write "https://*.com" if every subdomain is meant
					https://app-*.localhost         | has a partial wildcard | Write "https://*.localhost" if every subdomain is meant
					""")
	void parseWhenOtherwiseInvalidShouldReject(String text, String reason, String advice) {
		assertThatExceptionOfType(InvalidOriginException.class).isThrownBy(() -> OriginPattern.parse(text))
			.withMessageStartingWith(reason)
			.satisfies((ex) -> assertThat(ex.getAdvice()).startsWith(advice));
	}

	@Test
	void parseWhenLongerThanComparedShouldReject() {
		String longest = "https://" + "a".repeat(292);
		assertThat(OriginPattern.parse(longest)).hasToString(longest);
		for (String tooLong : new String[] { longest + "a", "https://" + ".".repeat(100_000) }) {
			assertThatExceptionOfType(InvalidOriginException.class).isThrownBy(() -> OriginPattern.parse(tooLong))
				.withMessage("is longer than the 300 characters that are compared")
				.satisfies((ex) -> assertThat(ex.getAdvice()).isEqualTo(SHAPE));
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://shop.example.com,    false, ''
			https://*.example.com,       true,  example.com
			https://*.com,               true,  com
			https://app-*.github.io:*,   true,  github.io
			moz-extension://*,           true,  ''
			http://localhost:*,          false, ''
			""")
	void wildcardBaseWhenLabelIsWildcardShouldBeWhatFollows(String text, boolean wildcard, String base) {
		OriginPattern pattern = OriginPattern.parse(text);
		assertThat(pattern.isWildcard()).isEqualTo(wildcard);
		assertThat(pattern.wildcardBase()).isEqualTo(base);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			http://example.com,           true,  false
			http://alocalhost,            true,  false
			http://localhost.example.com, true,  false
			http://127.example.com,       true,  false
			http://10.0.0.1,              true,  false
			http://[::2],                 true,  false
			http://localhost:3000,        false, true
			http://*.localhost,           false, true
			http://shop.localhost:*,      false, true
			http://127.1.2.3,             false, true
			http://[::1]:90,              false, true
			https://localhost,            false, true
			https://example.com,          false, false
			capacitor://app,              false, false
			""")
	void isInsecureWhenOnTheNetworkInPlainTextShouldBeTrue(String text, boolean insecure, boolean loopback) {
		OriginPattern pattern = OriginPattern.parse(text);
		assertThat(pattern.isInsecure()).isEqualTo(insecure);
		assertThat(pattern.isLoopback()).isEqualTo(loopback);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://*.example.com:8443, https,     *.example.com, 8443
			http://localhost:*,         http,      localhost,     *
			https://[::1],              https,     [::1],         ''
			http://[::1]:8080,          http,      [::1],         8080
			capacitor://localhost,      capacitor, localhost,     ''
			""")
	void partsWhenPatternIsParsedShouldBeSchemeHostAndPort(String text, String scheme, String host, String port) {
		OriginPattern pattern = OriginPattern.parse(text);
		assertThat(pattern.scheme()).isEqualTo(scheme);
		assertThat(pattern.host()).isEqualTo(host);
		assertThat(pattern.port()).isEqualTo(port);
	}

}
