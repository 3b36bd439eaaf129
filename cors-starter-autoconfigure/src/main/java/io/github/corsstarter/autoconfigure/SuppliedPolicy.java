package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.policy.CorsPolicySpec;

/**
 * A policy from code.
 *
 * @param bean the name of the bean that supplies it
 * @param spec the policy, defaults filled in
 * @param prefix the path below which its paths have to lie, or the empty text
 */
record SuppliedPolicy(String bean, CorsPolicySpec spec, String prefix) {

	SuppliedPolicy {
		prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
	}

	boolean hasPrefix() {
		return !this.prefix.isEmpty();
	}

	boolean mayHave(String path) {
		return !hasPrefix() || path.equals(this.prefix) || path.startsWith(this.prefix + "/");
	}

}
