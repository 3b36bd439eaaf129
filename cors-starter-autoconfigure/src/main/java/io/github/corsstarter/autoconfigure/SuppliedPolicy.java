package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.policy.CorsPolicySpec;

/**
 * A policy from code.
 *
 * @param bean the name of the bean that supplies it
 * @param spec the policy, defaults filled in
 */
record SuppliedPolicy(String bean, CorsPolicySpec spec) {
}
