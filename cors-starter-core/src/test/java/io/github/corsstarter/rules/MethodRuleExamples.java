package io.github.corsstarter.rules;

import java.util.stream.Stream;

/**
 * Examples for the rules about methods.
 */
public final class MethodRuleExamples {

	private MethodRuleExamples() {
	}

	public static Stream<RuleExample> stream() {
		return Stream.of(RuleExample.of(Rule.NO_METHODS,
				"allowed-methods lists no method, so the policy would refuse everything. List methods, delete the key for GET, HEAD and POST, or write \"mode: deny\".",
				(shop) -> shop.allowedMethods(), (shop) -> shop),
				RuleExample.of(Rule.INVALID_METHOD,
						"allowed-methods[1]: \"PUT,PATCH\" is no method: methods have no white space or separators. Write one method an entry, as [GET, PUT].",
						(shop) -> shop.allowedMethods("GET", "PUT,PATCH"),
						(shop) -> shop.allowedMethods("GET", "PUT", "PATCH")),
				RuleExample.of(Rule.INVALID_METHOD,
						"allowed-methods[1] is empty. Write one method an entry, as [GET, PUT].",
						(shop) -> shop.allowedMethods("GET", ""), (shop) -> shop.allowedMethods("GET")),
				RuleExample.of(Rule.FORBIDDEN_METHOD,
						"allowed-methods[1]: \"trace\" is a method that no page can send. Delete the entry.",
						(shop) -> shop.allowedMethods("GET", "trace"), (shop) -> shop.allowedMethods("GET", "TRACER")),
				RuleExample.of(Rule.LOWER_CASE_METHOD,
						"allowed-methods[1]: \"patch\" is not PATCH: methods are case-sensitive. Write \"PATCH\" if that is meant.",
						(shop) -> shop.allowedMethods("get", "patch"), (shop) -> shop.allowedMethods("get", "PATCH")),
				RuleExample.of(Rule.OPTIONS_NOT_NEEDED,
						"allowed-methods[1]: \"options\" is not needed for preflights, which are answered whether or not it is listed. Delete the entry, unless pages call fetch with the method OPTIONS themselves.",
						(shop) -> shop.allowedMethods("GET", "options"), (shop) -> shop.allowedMethods("GET")),
				RuleExample.of(Rule.SAFELISTED_METHOD_NOT_LISTED,
						"allowed-methods: \"PUT, DELETE\" leaves out GET and POST: browsers send those without a preflight, and they are refused here. Add GET, or POST, unless refusing them is meant.",
						(shop) -> shop.allowedMethods("PUT", "DELETE"),
						(shop) -> shop.allowedMethods("PUT", "DELETE", "HEAD")));
	}

}
