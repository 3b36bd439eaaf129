package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.autoconfigure.properties.PropertyNames;

/**
 * Compiles policies from code beside the configured ones. One with an error is left out
 * alone, and its paths are denied: who may call there is not known, and an error of one
 * tenant is no matter of the others.
 */
final class PolicyAdmission {

	private final List<CorsPolicySpec> configured;

	private final Function<List<CorsPolicySpec>, CorsPolicySet> compiler;

	private final Set<String> names = new HashSet<>();

	private final Map<String, CorsPolicySpec> admitted = new LinkedHashMap<>();

	private final Map<String, String> beans = new HashMap<>();

	private final List<Finding> errors = new ArrayList<>();

	PolicyAdmission(List<CorsPolicySpec> configured, Function<List<CorsPolicySpec>, CorsPolicySet> compiler) {
		this.configured = configured;
		this.compiler = compiler;
		configured.forEach((spec) -> this.names.add(PropertyNames.canonical(spec.name())));
	}

	/**
	 * Compiles all policies.
	 * @param supplied the policies from code
	 */
	AdmittedPolicies admit(List<SuppliedPolicy> supplied) {
		supplied.forEach(this::take);
		CorsPolicySet policies = this.compiler.apply(specs());
		Map<String, List<Finding>> errors = errorsFromCode(policies.findings());
		if (!errors.isEmpty()) {
			errors.forEach(this::deny);
			policies = this.compiler.apply(specs());
		}
		return new AdmittedPolicies(specs(), policies, List.copyOf(this.errors), Map.copyOf(this.beans));
	}

	private void take(SuppliedPolicy policy) {
		CorsPolicySpec spec = policy.spec();
		if (this.names.add(PropertyNames.canonical(spec.name()))) {
			this.admitted.put(spec.name(), spec);
			this.beans.put(spec.name(), policy.bean());
			return;
		}
		String name = freeName(spec.name());
		this.beans.put(name, policy.bean());
		this.errors.add(new Finding(Rule.DUPLICATE_POLICY, name, PolicyKey.NONE, "", spec.name(), null,
				"is the name of another policy, too; names are compared without case, - and _",
				"Give each policy a name of its own."));
		denyPaths(name, spec, List.of());
	}

	private String freeName(String name) {
		int number = 2;
		while (!this.names.add(PropertyNames.canonical(name + "#" + number))) {
			number++;
		}
		return name + "#" + number;
	}

	private List<CorsPolicySpec> specs() {
		List<CorsPolicySpec> specs = new ArrayList<>(this.configured);
		specs.addAll(this.admitted.values());
		return specs;
	}

	private Map<String, List<Finding>> errorsFromCode(List<Finding> findings) {
		Map<String, List<Finding>> errors = new LinkedHashMap<>();
		for (Finding finding : findings) {
			if (finding.severity() == Severity.ERROR && this.beans.containsKey(finding.policy())) {
				errors.computeIfAbsent(finding.policy(), (policy) -> new ArrayList<>()).add(finding);
			}
		}
		return errors;
	}

	private void deny(String name, List<Finding> errors) {
		this.errors.addAll(errors);
		CorsPolicySpec spec = this.admitted.remove(name);
		if (spec != null) {
			denyPaths(name, spec, errors);
		}
	}

	/**
	 * Denies the paths that have no error themselves: another policy's stay its own.
	 */
	private void denyPaths(String name, CorsPolicySpec spec, List<Finding> errors) {
		Set<PolicyKey> wrong = new HashSet<>();
		errors.forEach((error) -> wrong.add(error.key()));
		List<String> paths = new ArrayList<>();
		List<String> written = (spec.paths() != null) ? spec.paths() : List.of();
		for (int i = 0; i < written.size(); i++) {
			if (!wrong.contains(new PolicyKey("paths", i))) {
				paths.add(written.get(i));
			}
		}
		boolean governs = spec.mode() == null || spec.mode().governs();
		if (governs && !paths.isEmpty()) {
			this.admitted.put(name,
					CorsPolicySpec.named(name).paths(paths.toArray(String[]::new)).mode(PolicyMode.DENY).build());
		}
	}

}
