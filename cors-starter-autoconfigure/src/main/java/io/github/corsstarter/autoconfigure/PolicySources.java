package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;

/**
 * Reads the policies of all {@link CorsPolicySource} beans.
 */
final class PolicySources {

	/** Where there are no beans. */
	static final PolicySources NONE = new PolicySources(Map::of);

	private final Supplier<Map<String, CorsPolicySource>> beans;

	/**
	 * Creates a reader.
	 * @param beans the sources by the names of their beans
	 */
	PolicySources(Supplier<Map<String, CorsPolicySource>> beans) {
		this.beans = beans;
	}

	List<SuppliedPolicy> read(CorsPolicySpec defaults) {
		List<SuppliedPolicy> policies = new ArrayList<>();
		this.beans.get()
			.forEach((name, source) -> source.policies()
				.forEach((spec) -> policies.add(new SuppliedPolicy(name, spec.or(defaults)))));
		return policies;
	}

}
