package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.autoconfigure.properties.PropertyBinding;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CorsPolicyLoader} made of all sources.
 *
 * @param binding what is configured
 * @param supplied what comes from code
 * @param admitted the policies of both
 * @param policies the policies with everything that was found about them
 * @param configured what was found about the configured ones, without those from code
 */
record LoadedCorsPolicies(PropertyBinding binding, List<SuppliedPolicy> supplied, AdmittedPolicies admitted,
		CorsPolicySet policies, List<Finding> configured) implements PropertyLocator {

	CorsProperties properties() {
		return this.binding.properties();
	}

	/**
	 * Insists on policies with which an application starts.
	 */
	LoadedCorsPolicies orThrow() {
		throwFrom(properties().failOn(), this.configured);
		return this;
	}

	static void throwFrom(Severity severity, List<Finding> findings) {
		List<Finding> failures = new ArrayList<>();
		for (Finding finding : findings) {
			if (finding.counts(severity)) {
				failures.add(finding);
			}
		}
		if (!failures.isEmpty()) {
			throw new InvalidCorsPolicyException(failures);
		}
	}

	/**
	 * Returns the property that gives a policy the value of a key: one below
	 * {@code cors.defaults} where the policy takes the value from there; for a policy
	 * from code its name and the key.
	 */
	@Override
	public String property(String policy, String key) {
		if (this.admitted.beans().containsKey(policy)) {
			return key.isEmpty() ? policy : policy + "." + key;
		}
		return this.binding.locations().locate(policy, PolicyKey.of(key)).name();
	}

	/**
	 * Returns where a value of a policy stands: file, line and column, or the environment
	 * variable or command line argument; for a key that is written nowhere the place of
	 * the policy; {@code null} for a policy that is not written in any source.
	 */
	@Override
	public @Nullable String locate(String policy, String key) {
		String bean = this.admitted.beans().get(policy);
		if (bean != null) {
			return "bean " + bean;
		}
		return this.binding.locations().locate(policy, PolicyKey.of(key)).place();
	}

}
