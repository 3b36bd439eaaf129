package io.github.corsstarter.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;

/**
 * Checks and compiles the allowed methods of a policy.
 */
final class MethodRules {

	static final String ANY = "*";

	private static final String KEY = "allowed-methods";

	private static final List<String> UNSET = List.of("GET", "HEAD", "POST");

	private final CorsPolicySpec spec;

	private final FindingCollector findings;

	MethodRules(CorsPolicySpec spec, FindingCollector findings) {
		this.spec = spec;
		this.findings = findings;
	}

	/**
	 * Returns the methods in the order of the spec, or only {@code *}.
	 */
	List<String> compile() {
		List<String> written = (this.spec.allowedMethods() != null) ? this.spec.allowedMethods() : UNSET;
		if (written.isEmpty()) {
			this.findings.add(Rule.NO_METHODS, KEY, "", "lists no method, so the policy would refuse everything",
					"List methods, delete the key for GET, HEAD and POST, or write \"mode: deny\".");
		}
		Set<String> methods = new LinkedHashSet<>();
		for (int i = 0; i < written.size(); i++) {
			add(methods, written.get(i), new PolicyKey(KEY, i));
		}
		if (methods.contains(ANY)) {
			methods = Set.of(ANY);
		}
		checkTogether(methods);
		return List.copyOf(methods);
	}

	private void add(Set<String> methods, String written, PolicyKey key) {
		if (!written.equals(ANY) && !check(written, key)) {
			return;
		}
		String method = Methods.normalize(written);
		methods.add(method);
		if (method.equals("GET")) {
			methods.add("HEAD");
		}
	}

	private boolean check(String written, PolicyKey key) {
		if (!Methods.isMethod(written)) {
			this.findings.add(Rule.INVALID_METHOD, key, written,
					written.isEmpty() ? "is empty" : "is no method: methods have no white space or separators",
					Separated.advice(written, "methods", Tokens::isToken, "Write one method an entry, as [GET, PUT]."));
			return false;
		}
		if (Methods.isForbidden(written)) {
			this.findings.add(Rule.FORBIDDEN_METHOD, key, written, "is a method that no page can send",
					"Delete the entry.");
			return false;
		}
		String upperCase = written.toUpperCase(Locale.ROOT);
		if (!Methods.normalize(written).equals(upperCase)) {
			this.findings.add(Rule.LOWER_CASE_METHOD, key, written,
					"is not " + upperCase + ": methods are case-sensitive",
					"Write \"" + upperCase + "\" if that is meant.");
		}
		if (upperCase.equals("OPTIONS")) {
			this.findings.add(Rule.OPTIONS_NOT_NEEDED, key, written,
					"is not needed for preflights, which are answered whether or not it is listed",
					"Delete the entry, unless pages call fetch with the method OPTIONS themselves.");
		}
		return true;
	}

	private void checkTogether(Set<String> methods) {
		List<String> origins = this.spec.allowedOrigins();
		boolean anyOrigin = origins != null && origins.contains("*");
		boolean safelisted = false;
		boolean unsafe = false;
		for (String method : methods) {
			safelisted |= Methods.isSafelisted(method);
			unsafe |= !Methods.isSafelisted(method) && !method.equals("OPTIONS");
		}
		if (anyOrigin && unsafe) {
			this.findings.add(Rule.ANY_ORIGIN_WITH_UNSAFE_METHODS, KEY, String.join(", ", methods),
					"lets every website use methods that change things",
					"List the origins that may, or only GET, HEAD and POST.");
		}
		if (!methods.isEmpty() && !methods.contains(ANY) && !safelisted) {
			this.findings.add(Rule.SAFELISTED_METHOD_NOT_LISTED, KEY, String.join(", ", methods),
					"leaves out GET and POST: browsers send those without a preflight, and they are refused here",
					"Add GET, or POST, unless refusing them is meant.");
		}
	}

}
