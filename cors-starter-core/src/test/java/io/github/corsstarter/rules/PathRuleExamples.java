package io.github.corsstarter.rules;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;

/**
 * Examples for the rules about paths and about policies beside each other.
 */
public final class PathRuleExamples {

	private PathRuleExamples() {
	}

	public static Stream<RuleExample> stream() {
		return Stream.of(RuleExample.of(Rule.NO_PATHS,
				"paths lists no path, so the policy would govern nothing. List the paths that it is for, as [/api/**].",
				(shop) -> shop.paths(), (shop) -> shop),
				RuleExample.of(Rule.INVALID_PATH,
						"paths[1]: \"api/**\" does not start with a slash. Write \"/api/**\".",
						(shop) -> shop.paths("/shop", "api/**"), (shop) -> shop.paths("/shop", "/api/**")));
	}

	public static Stream<RuleExample> streamOfNames() {
		return Stream.of(name("", "", "is an empty name"),
				name("a".repeat(101), ": \"" + "a".repeat(101) + "\"", "is a name of more than 100 characters"),
				name("shop\nWARN forged", ": \"shop?WARN forged\"",
						"is a name with characters other than ASCII letters, digits, -, _ and ."),
				name("caf\u00e9", ": \"caf\u00e9\"",
						"is a name with characters other than ASCII letters, digits, -, _ and ."));
	}

	private static RuleExample name(String bad, String value, String message) {
		return new RuleExample(Rule.INVALID_POLICY_NAME, value + " " + message + ". Write a name as \"web-shop\".",
				List.of(policy(bad, "/api").build()), List.of(policy("web-Shop_2." + "a".repeat(89), "/api").build()));
	}

	public static Stream<RuleExample> streamOfTwo() {
		CorsPolicySpec shop = RuleExample.shop().build();
		return Stream.of(of(Rule.DUPLICATE_POLICY,
				": \"S_hop-\" is the name of another policy, too; names are compared without case, - and _. Give each policy a name of its own.",
				shop, policy("S_hop-", "/other").build(), policy("s", "/other").build()),
				of(Rule.DUPLICATE_PATH,
						"paths[1]: \"/{b}/x\" matches the same paths as \"/{a}/x\" of policy one. Delete one of the two, or make one policy of both.",
						policy("one", "/{a}/x").build(), policy("two", "/", "/{b}/x").build(),
						policy("two", "/", "/{b}/y").build()),
				of(Rule.OVERLAPPING_PATHS,
						"paths[0]: \"/{a}/x\" overlaps \"/a/{b}\" of policy one; where both match, one governs as its pattern is more specific. Write a path for what both match if the other policy is meant to govern there.",
						policy("one", "/a/{b}").build(), policy("two", "/{a}/x").build(),
						policy("two", "/{a}/{b}").build()),
				of(Rule.OVERLAPPING_PATHS,
						"paths[0]: \"/{a}/xx\" overlaps \"/a/{b}/**\" of policy one; where both match, two governs as its pattern is more specific. Write a path for what both match if the other policy is meant to govern there.",
						policy("one", "/a/{b}/**").build(), policy("two", "/{a}/xx").build(),
						policy("two", "/b/xx").build()),
				new RuleExample(Rule.OVERLAPPING_PATHS,
						"paths[0]: \"/{a}/x\" overlaps \"/a/*\" of policy one (where both match, two governs), \"/b/{id}\" of policy one (where both match, one governs); the more specific pattern governs. Write a path for what both match if the other policy is meant to govern there.",
						List.of(policy("one", "/a/*", "/b/{id}").build(), policy("two", "/{a}/x").build()),
						List.of(policy("two", "/{a}/x").build(),
								CorsPolicySpec.named("off").mode(PolicyMode.OFF).build())),
				new RuleExample(Rule.OVERLAPPING_PATHS,
						"paths[0]: \"/{a}/x\" overlaps \"/a/*\" of policy one (where both match, two governs), \"/b/{id}\" of policy one (where both match, one governs), \"/c/{id}\" of policy one (where both match, one governs) and 1 more; the more specific pattern governs. Write a path for what both match if the other policy is meant to govern there.",
						List.of(policy("one", "/a/*", "/b/{id}", "/c/{id}", "/{id}/*.x", "/d/{id}").build(),
								policy("two", "/{a}/x").build()),
						List.of(policy("two", "/{a}/x", "/d/{id}").build())),
				new RuleExample(Rule.OVERLAPPING_PATHS,
						"paths[0]: \"/{a}/x\" overlaps \"/d/{id}\" of policy one (where both match, one governs), \"/c/{id}\" of policy one (where both match, one governs), \"/b/{id}\" of policy one (where both match, one governs) and 1 more; the more specific pattern governs. Write a path for what both match if the other policy is meant to govern there.",
						List.of(policy("one", "/d/{id}", "/c/{id}", "/b/{id}", "/a/{id}").build(),
								policy("two", "/{a}/x").build()),
						List.of(policy("two", "/{a}/x", "/d/{id}").build())),
				new RuleExample(Rule.INVALID_PATH,
						"paths[0]: \"/{" + "a".repeat(295)
								+ "...\" is longer than 2000 characters. Write a shorter path.",
						List.of(policy("long", "/{" + "a".repeat(1995) + "}/**").build()),
						List.of(policy("long", "/{" + "a".repeat(1994) + "}/**").build())),
				of(Rule.UNSHIELDED_PATH,
						"paths[0]: \"/api/admin/**\" is governed by policy shop with \"/api/**\", as this policy is report-only. Write \"mode: deny\" if requests are to be refused there, or leave it if shop is meant to govern.",
						shop, policy("admin", "/api/admin/**").mode(PolicyMode.REPORT_ONLY).build(),
						policy("admin", "/api/admin/**").mode(PolicyMode.DENY).build()),
				of(Rule.UNSHIELDED_PATH,
						"paths[0]: \"/api/admin\" is governed by policy shop with \"/api/**\", as this policy is off. Write \"mode: deny\" if requests are to be refused there, or leave it if shop is meant to govern.",
						shop, policy("admin", "/api/admin").mode(PolicyMode.OFF).build(),
						policy("admin", "/apis/admin").mode(PolicyMode.OFF).build()));
	}

	public static CorsPolicySpec.Builder policy(String name, String... paths) {
		return CorsPolicySpec.named(name).paths(paths).allowedOrigins("https://shop.example.com");
	}

	private static RuleExample of(Rule rule, String finding, CorsPolicySpec other, CorsPolicySpec bad,
			CorsPolicySpec good) {
		return new RuleExample(rule, finding, List.of(other, bad), List.of(other, good));
	}

}
