package io.github.corsstarter.edge.regex;

import java.util.List;
import java.util.Random;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginRegexTests {

	private static final List<String> PATTERNS = List.of("https://shop.example.com", "http://shop.example.com:8443",
			"https://*.example.com", "https://app-*.example.com", "https://*-x.example.com:81",
			"http://a*b.example.com:*", "http://localhost:*", "https://localhost:*", "wss://*.localhost:*",
			"ftp://localhost:*", "h://localhost:*", "http://127.0.0.1:3000", "https://[::1]:*", "http://[2001:db8::1]",
			"moz-extension://*", "h+-.2://*:*", "https://my_app.example");

	private static final List<String> HOSTS = List.of("shop.example.com", "example.com", "a.example.com",
			".example.com", "a..example.com", "a.b.example.com", "app-1.example.com", "app-.example.com",
			"app-a.b.example.com", "p-x.example.com", "-x.example.com", "a--b.example.com", "axb.example.com",
			"evilexample.com", "shop.example.com.", "localhost", "a.localhost", "127.0.0.1", "127.0.0.256", "1.2.3",
			"[::1]", "[2001:db8::1]", "[2001:db8:0::1]", "my_app.example", "0x1f", "0x", "x0x", "0xg", "00x1",
			"deadbeef", "1a", "12", "a.0x1", "a.1", "a.1x", "a.x", "f0x", "\u00e9.example.com", "A.example.com", "",
			"a/b", "a@shop.example.com");

	private static final List<String> PORTS = List.of("", ":", ":0", ":1", ":9", ":08", ":10", ":21", ":22", ":79",
			":80", ":81", ":442", ":443", ":444", ":453", ":543", ":999", ":8443", ":10000", ":59999", ":65535",
			":65536", ":70000", ":123456", ":a", ":8443:8443");

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void ofWhenOriginIsAnyShouldMatchAsTheSetDoes(RegexDialect dialect) {
		for (String pattern : PATTERNS) {
			OriginSet set = OriginSet.of(List.of(OriginPattern.parse(pattern)), false);
			String regex = new OriginRegex(dialect).of(set).get(0);
			for (String scheme : List.of("https", "http", "wss", "ftp", "h", "moz-extension", "h+-.2", "HTTPS")) {
				for (String host : HOSTS) {
					for (String port : PORTS) {
						String origin = scheme + "://" + host + port;
						boolean ipv6UnderAnyHost = pattern.contains("//*") && host.startsWith("[");
						assertThat(Regexes.matches(dialect, regex, origin)).as("%s %s", pattern, origin)
							.isEqualTo(set.contains(origin) && !(ipv6UnderAnyHost && !pattern.contains("//*.")));
					}
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void ofWhenPortIsAnyShouldMatchEveryPortButTheDefault(RegexDialect dialect) {
		for (String scheme : List.of("https", "http", "ftp", "h")) {
			OriginSet set = OriginSet.of(List.of(OriginPattern.parse(scheme + "://localhost:*")), false);
			String regex = new OriginRegex(dialect).of(set).get(0);
			Random random = new Random(1);
			for (int port = 0; port < 70_000; port += (port < 1200 || port > 65_400) ? 1 : 1 + random.nextInt(50)) {
				String origin = scheme + "://localhost:" + port;
				assertThat(Regexes.matches(dialect, regex, origin)).as(origin).isEqualTo(set.contains(origin));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void ofWhenOpaqueOriginIsListedShouldMatchOnlyThat(RegexDialect dialect) {
		List<String> regexes = new OriginRegex(dialect).of(OriginSet.of(List.of(), true));
		assertThat(regexes).hasSize(1);
		assertThat(Regexes.matches(dialect, regexes.get(0), "null")).isTrue();
		assertThat(Regexes.matches(dialect, regexes.get(0), "NULL")).isFalse();
		assertThat(Regexes.matches(dialect, regexes.get(0), "nullx")).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void ofWhenOriginIsTooLongShouldNotMatchWhereThatCanBeSaid(RegexDialect dialect) {
		String regex = new OriginRegex(dialect).of(OriginPattern.parse("https://*.example.com"));
		String longest = "https://" + "a".repeat(300 - 20) + ".example.com";
		assertThat(longest).hasSize(300);
		assertThat(Regexes.matches(dialect, regex, longest)).isTrue();
		assertThat(Regexes.matches(dialect, regex, longest.replace("://", "://a")))
			.isEqualTo(dialect == RegexDialect.RE2);
	}

}
