package io.github.corsstarter.browser;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreflightNeed}.
 */
class PreflightNeedTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST" })
	void ofWhenMethodIsSafelistedShouldNotBeRequired(String method) {
		assertThat(PreflightNeed.of(method, List.of()).required()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "patch", "OPTIONS", "get", "PURGE" })
	void ofWhenMethodIsNotSafelistedShouldNameIt(String method) {
		assertThat(PreflightNeed.of(method, List.of()).because())
			.containsExactly("method " + method + " is not safelisted");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			accept           | text/html;q=0.9, */*
			accept           |
			accept-language  | de-DE, en;q=0.5
			content-language | en
			content-type     | text/plain
			content-type     | text/plain;charset=UTF-8
			content-type     | Multipart/Form-Data; boundary=x
			content-type     | application/x-www-form-urlencoded
			range            | bytes=0-
			range            | bytes=5-10
			range            | bytes=5-5
			range            |
			accept-language  |
			""")
	void ofWhenHeaderIsSafelistedShouldNotBeRequired(String name, @Nullable String value) {
		assertThat(need(name, value)).isEqualTo(new PreflightNeed(List.of(), List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			x-trace          | 1
			authorization    | Bearer x
			user-agent       | x
			accept           | text/html"
			accept           | a:b
			accept           | a@b
			accept-language  | de_DE
			content-language | en/de
			content-type     | application/json
			content-type     | text/plain; charset="utf-8"
			content-type     | text
			content-type     | text/plain,application/json
			content-type     |
			range            | bytes=-5
			range            | bytes=9-5
			range            | bytes=
			range            | bytes=a-
			range            | bytes=1-b
			range            | items=1-
			range            | bytes=1-2,4-5
			range            | bytes = 1-
			if-none-match    | x
			""")
	void ofWhenHeaderIsNotSafelistedShouldAskForIt(String name, @Nullable String value) {
		PreflightNeed need = need(name, value);
		assertThat(need.headerNames()).containsExactly(name);
		assertThat(need.because()).singleElement().asString().contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "accept", "accept-language", "content-language", "content-type", "range" })
	void ofWhenValueIsLongShouldAskForHeader(String name) {
		String start = switch (name) {
			case "content-type" -> "text/plain;";
			case "range" -> "bytes=";
			default -> "";
		};
		String longest = start + "1".repeat(127 - start.length()) + (name.equals("range") ? "-" : "1");
		assertThat(longest).hasSize(128);
		assertThat(need(name, longest).required()).isFalse();
		String tooLong = start + "1" + longest.substring(start.length());
		assertThat(need(name, tooLong).because()).containsExactly(name + " has a value over 128 bytes");
	}

	@Test
	void ofWhenSafelistedValuesAreOver1024BytesInAllShouldAskForAllOfThem() {
		List<RequestHeader> headers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			headers.add(new RequestHeader((i % 2 == 0) ? "Accept" : "Accept-Language", "a".repeat(128)));
		}
		assertThat(PreflightNeed.of("GET", headers).required()).isFalse();
		headers.add(new RequestHeader("Content-Language", "a"));
		PreflightNeed need = PreflightNeed.of("GET", headers);
		assertThat(need.headerNames()).containsExactly("accept", "accept-language", "content-language");
		assertThat(need.because()).containsExactly("the safelisted headers are over 1024 bytes together");
	}

	@ParameterizedTest
	@CsvSource({ "Cookie,a", "Origin,https://a.test", "Sec-Fetch-Site,same-origin", "Proxy-X,a",
			"Access-Control-Request-Method,PUT", "Content-Length,1", "X-HTTP-Method-Override,TRACE",
			"X-Method-Override,'GET, track'", "X-HTTP-Method,CONNECT" })
	void ofWhenHeaderIsForbiddenShouldNotCount(String name, String value) {
		assertThat(need(name, value).required()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", " TRACE", "TRACE\t", "GET ,\ttrace , PUT", ",TRACE,", "a\\,TRACE",
			"\"a,b\",TRACE", "\"\",TRACE", "\"a\\\",b\",TRACE" })
	void ofWhenOverridingHeaderListsForbiddenMethodShouldNotCount(String value) {
		assertThat(need("X-HTTP-Method", value).required()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\",TRACE,\"", "\"TRACE\"", "\",TRACE", "\"\\\",TRACE,\"", "\fTRACE", "TRACE\u00a0",
			"TRACE x", "", " ", ",", "\"a\" TRACE" })
	void ofWhenOverridingHeaderListsNoForbiddenMethodShouldCount(String value) {
		assertThat(need("X-HTTP-Method", value).required()).isTrue();
	}

	@Test
	void ofWhenHeaderIsOfPrivateNetworkAccessShouldCount() {
		assertThat(need("Access-Control-Request-Private-Network", "true").required()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "X-HTTP-Method-Override,PUT", "X-HTTP-Method-Override,", "X-Other,TRACE" })
	void ofWhenOverridingHeaderIsNotForbiddenShouldCount(String name, @Nullable String value) {
		assertThat(need(name, value).required()).isTrue();
	}

	@Test
	void ofWhenThereAreSeveralCausesShouldNameAllAndSortNames() {
		PreflightNeed need = PreflightNeed.of("PUT", List.of(new RequestHeader("X-Trace", null),
				new RequestHeader("Authorization", "x"), new RequestHeader("x-trace", "2")));
		assertThat(need.headerNames()).containsExactly("authorization", "x-trace");
		assertThat(need.because()).containsExactly("method PUT is not safelisted", "header x-trace is not safelisted",
				"header authorization is not safelisted");
	}

	private static PreflightNeed need(String name, @Nullable String value) {
		return PreflightNeed.of("POST", List.of(new RequestHeader(name, value)));
	}

}
