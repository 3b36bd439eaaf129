package io.github.corsstarter.rules;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Examples for the rules about headers and what is written into them.
 */
public final class HeaderRuleExamples {

	private HeaderRuleExamples() {
	}

	public static Stream<RuleExample> stream() {
		return Stream.of(RuleExample.of(Rule.INVALID_HEADER_NAME,
				"allowed-headers[0]: \"X-A: 1\" is no header name: names have no white space or separators. Write one name an entry, as [Authorization, X-Trace].",
				(shop) -> shop.allowedHeaders("X-A: 1"), (shop) -> shop.allowedHeaders("X-A")),
				RuleExample.of(Rule.INVALID_HEADER_NAME,
						"allowed-headers[0]: \"X-A; X-B\" is no header name: names have no white space or separators. Separate names by commas: [X-A, X-B].",
						(shop) -> shop.allowedHeaders("X-A; X-B"), (shop) -> shop.allowedHeaders("X-A", "X-B")),
				RuleExample.of(Rule.INVALID_HEADER_NAME,
						"allowed-headers[0]: \" X-A\" is no header name: names have no white space or separators. Write one name an entry, as [Authorization, X-Trace].",
						(shop) -> shop.allowedHeaders(" X-A"), (shop) -> shop.allowedHeaders("X-A")),
				RuleExample.of(Rule.INVALID_HEADER_NAME,
						"exposed-headers[0] is empty. Write one name an entry, as [Authorization, X-Trace].",
						(shop) -> shop.exposedHeaders(""), (shop) -> shop.exposedHeaders()),
				RuleExample.of(Rule.FORBIDDEN_REQUEST_HEADER,
						"allowed-headers[0]: \"Sec-Foo\" is a header that the browser alone sets, so no page asks for it. Delete the entry.",
						(shop) -> shop.allowedHeaders("Sec-Foo"), (shop) -> shop.allowedHeaders("Secret")),
				RuleExample.of(Rule.MISPLACED_HEADER,
						"allowed-headers[0]: \"WWW-Authenticate\" is a response header; these are request headers. Delete the entry.",
						(shop) -> shop.allowedHeaders("WWW-Authenticate"),
						(shop) -> shop.exposedHeaders("WWW-Authenticate")),
				RuleExample.of(Rule.MISPLACED_HEADER,
						"exposed-headers[0]: \"If-Match\" is a header of requests or of responses to preflights; these are headers of responses that pages read. Delete the entry, or list it under allowed-headers if pages send it.",
						(shop) -> shop.exposedHeaders("If-Match"), (shop) -> shop.allowedHeaders("If-Match")),
				RuleExample.of(Rule.FORBIDDEN_RESPONSE_HEADER,
						"exposed-headers[1]: \"Set-Cookie\" is a header that no page can read. Delete the entry.",
						(shop) -> shop.exposedHeaders("ETag", "Set-Cookie"), (shop) -> shop.exposedHeaders("ETag")),
				RuleExample.of(Rule.ANY_EXPOSED_HEADER_WITH_CREDENTIALS,
						"exposed-headers[0]: \"*\" means a header named * to browsers where credentials are allowed. List the headers that pages read.",
						(shop) -> shop.exposedHeaders("*").allowCredentials(true), (shop) -> shop.exposedHeaders("*")),
				RuleExample.of(Rule.ANY_HEADER,
						"allowed-headers[1]: \"*\" allows every header, those too that the application takes for trusted. List the headers that pages send.",
						(shop) -> shop.allowedHeaders("X-A", "*"), (shop) -> shop.allowedHeaders("X-A")),
				RuleExample.of(Rule.LIST_TOO_LONG,
						"allowed-headers: \"x-00000,x-00001,x-00002,x-00003,x-00004,x-00005,x-00006,x-00...\" makes a response header of 4103 characters; 4096 are the most. Shorten the list, or split the policy by path.",
						(shop) -> shop.allowedHeaders(names(513)), (shop) -> shop.allowedHeaders(names(512))),
				RuleExample.of(Rule.MAX_AGE_OUT_OF_RANGE,
						"max-age: \"86401s\" is not from 0 to 24 hours. Write a time such as 30m; a bare number is seconds, and 0 turns caching off.",
						(shop) -> shop.maxAge(Duration.ofSeconds(86401)), (shop) -> shop.maxAge(Duration.ZERO)),
				RuleExample.of(Rule.MAX_AGE_OUT_OF_RANGE,
						"max-age: \"-1s\" is not from 0 to 24 hours. Write a time such as 30m; a bare number is seconds, and 0 turns caching off.",
						(shop) -> shop.maxAge(Duration.ofSeconds(-1)), (shop) -> shop.maxAge(Duration.ofSeconds(1))),
				RuleExample.of(Rule.MAX_AGE_ABOVE_BROWSER_CAP,
						"max-age: \"7201s\" is more than Chromium keeps to, which asks again after 2 hours. Write \"2h\".",
						(shop) -> shop.maxAge(Duration.ofSeconds(7201)), (shop) -> shop.maxAge(Duration.ofHours(2))));
	}

	private static String[] names(int count) {
		return IntStream.range(0, count).mapToObj("X-%05d"::formatted).toArray(String[]::new);
	}

}
