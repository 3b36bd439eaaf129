package io.github.corsstarter.rules;

import java.util.stream.Stream;

import io.github.corsstarter.policy.PolicyMode;

/**
 * Examples for the rules about origins.
 */
public final class OriginRuleExamples {

	private OriginRuleExamples() {
	}

	public static Stream<RuleExample> stream() {
		return Stream.of(RuleExample.of(Rule.NO_ORIGINS,
				"allowed-origins lists no origin, so the policy would refuse everyone. List the origins that may call, or write \"mode: deny\" to refuse every CORS request.",
				(shop) -> shop.allowedOrigins(), (shop) -> shop.allowedOrigins().mode(PolicyMode.DENY)),
				RuleExample.of(Rule.INVALID_ORIGIN,
						"allowed-origins[1]: \"https://shop.example.com/\" ends with a slash; browsers send origins without one, so it would never match. Write \"https://shop.example.com\".",
						(shop) -> shop.allowedOrigins("https://a.example.com", "https://shop.example.com/"),
						(shop) -> shop.allowedOrigins("https://a.example.com", "https://shop.example.com")),
				RuleExample.of(Rule.INVALID_ORIGIN,
						"allowed-origins[0]: \"https://a.example.com https://b.example.com\" has white space or a control character in it. Separate origins by commas: [\"https://a.example.com\", \"https://b.example.com\"].",
						(shop) -> shop.allowedOrigins("https://a.example.com https://b.example.com"),
						(shop) -> shop.allowedOrigins("https://a.example.com", "https://b.example.com")),
				RuleExample.of(Rule.UNQUOTED_NULL,
						"allowed-origins[0] is empty: YAML takes null without quotes for no value. Write \"null\" in quotes if the opaque origin is meant, or delete the entry.",
						(shop) -> shop.allowedOrigins("", "https://shop.example.com"),
						(shop) -> shop.allowedOrigins("https://shop.example.com")),
				RuleExample.of(Rule.NULL_ORIGIN,
						"allowed-origins[0]: \"null\" is what every sandboxed frame sends, so that every website can, and it is as wide as *. Serve the page from an origin of its own and list that.",
						(shop) -> shop.allowedOrigins("null"), (shop) -> shop),
				RuleExample.of(Rule.INSECURE_ORIGIN,
						"allowed-origins[0]: \"http://shop.example.com\" is not encrypted: anyone on the network can pose as it. Write \"https://shop.example.com\".",
						(shop) -> shop.allowedOrigins("http://shop.example.com"),
						(shop) -> shop.allowedOrigins("http://shop.example.com").allowInsecureOrigins(true)),
				RuleExample.of(Rule.PUBLIC_SUFFIX,
						"allowed-origins[0]: \"https://*.github.io\" takes in everyone who can get a name below github.io, by the Public Suffix List. List the origins that are yours, or write \"*\" if everyone is meant.",
						(shop) -> shop.allowedOrigins("https://*.github.io"),
						(shop) -> shop.allowedOrigins("https://*.shop.github.io")),
				RuleExample.of(Rule.ANY_ORIGIN_WITH_UNSAFE_METHODS,
						"allowed-methods: \"GET, HEAD, PUT\" lets every website use methods that change things. List the origins that may, or only GET, HEAD and POST.",
						(shop) -> shop.allowedOrigins("*").allowedMethods("GET", "PUT"),
						(shop) -> shop.allowedOrigins("*").allowedMethods("GET", "POST")));
	}

	public static Stream<RuleExample> streamWithCredentials() {
		return Stream.of(RuleExample.of(Rule.ANY_ORIGIN_WITH_CREDENTIALS,
				"allowed-origins[0]: \"*\" together with allow-credentials would let every website act in its visitor's name. List the origins, or set allow-credentials to false.",
				(shop) -> shop.allowedOrigins("*").allowCredentials(true),
				(shop) -> shop.allowedOrigins("*").allowCredentials(false)),
				RuleExample.of(Rule.NULL_ORIGIN_WITH_CREDENTIALS,
						"allowed-origins[1]: \"null\" is what every sandboxed frame sends, so that with allow-credentials every website could act in its visitor's name. Delete the entry, or set allow-credentials to false.",
						(shop) -> shop.allowedOrigins("https://shop.example.com", "null").allowCredentials(true),
						(shop) -> shop.allowedOrigins("https://shop.example.com").allowCredentials(true)),
				RuleExample.of(Rule.INSECURE_ORIGIN_WITH_CREDENTIALS,
						"allowed-origins[0]: \"http://*.example.com:81\" is not encrypted: anyone on the network can pose as it and use the visitor's credentials. Write \"https://*.example.com:81\", or set allow-insecure-origins to true if the network is trusted.",
						(shop) -> shop.allowedOrigins("http://*.example.com:81").allowCredentials(true),
						(shop) -> shop.allowedOrigins("http://*.localhost:81", "http://127.0.0.1")
							.allowCredentials(true)),
				RuleExample.of(Rule.PUBLIC_SUFFIX_WITH_CREDENTIALS,
						"allowed-origins[0]: \"https://app-*.co.uk\" takes in everyone who can get a name below co.uk, by the Public Suffix List, with the visitor's credentials. List the origins that are yours, or set allow-public-suffix-subdomains to true if all of them are.",
						(shop) -> shop.allowedOrigins("https://app-*.co.uk").allowCredentials(true),
						(shop) -> shop.allowedOrigins("https://app-*.co.uk", "https://app.co.uk")
							.allowCredentials(true)
							.allowPublicSuffixSubdomains(true)));
	}

}
