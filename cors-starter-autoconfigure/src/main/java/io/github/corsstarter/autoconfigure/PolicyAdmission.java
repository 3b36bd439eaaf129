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
import io.github.corsstarter.rules.PolicyName;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Codes;

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

	private final Map<String, List<Finding>> errors = new LinkedHashMap<>();

	private final Map<String, Integer> lastNumbers = new HashMap<>();

	PolicyAdmission(List<CorsPolicySpec> configured, Function<List<CorsPolicySpec>, CorsPolicySet> compiler) {
		this.configured = configured;
		this.compiler = compiler;
		configured.forEach((spec) -> this.names.add(Codes.uniform(spec.name())));
	}

	/**
	 * Compiles all policies.
	 * @param supplied the policies from code
	 */
	AdmittedPolicies admit(List<SuppliedPolicy> supplied) {
		List<SuppliedPolicy> nameless = supplied.stream().filter((policy) -> !take(policy)).toList();
		// Behind all others, whose names and paths are theirs.
		nameless.forEach(this::takeUnderAnotherName);
		CorsPolicySet policies = this.compiler.apply(specs());
		policies.findings().stream().filter(this::isErrorFromCode).forEach(this::addError);
		if (!this.errors.isEmpty()) {
			this.errors.forEach(this::deny);
			policies = this.compiler.apply(specs());
		}
		List<Finding> errors = this.errors.values().stream().flatMap(List::stream).toList();
		return new AdmittedPolicies(specs(), policies, errors, Map.copyOf(this.beans));
	}

	private boolean take(SuppliedPolicy policy) {
		CorsPolicySpec spec = policy.spec();
		if (!PolicyName.isValid(spec.name()) || !this.names.add(Codes.uniform(spec.name()))) {
			return false;
		}
		this.admitted.put(spec.name(), spec);
		this.beans.put(spec.name(), policy.bean());
		return true;
	}

	/**
	 * Takes a policy whose name cannot be its own, to report it and to deny its paths.
	 */
	private void takeUnderAnotherName(SuppliedPolicy policy) {
		String written = policy.spec().name();
		String name = freeName(written);
		this.admitted.put(name, CorsPolicySpec.named(name).build().or(policy.spec()));
		this.beans.put(name, policy.bean());
		addError(PolicyName.isValid(written) ? PolicyName.taken(name, written) : PolicyName.invalid(name, written));
	}

	private String freeName(String name) {
		int number = this.lastNumbers.getOrDefault(name, 1);
		String free = PolicyName.standIn(name, (number == 1) ? "" : "-" + number);
		while (!this.names.add(Codes.uniform(free))) {
			number++;
			free = PolicyName.standIn(name, "-" + number);
		}
		this.lastNumbers.put(name, number);
		return free;
	}

	private List<CorsPolicySpec> specs() {
		List<CorsPolicySpec> specs = new ArrayList<>(this.configured);
		specs.addAll(this.admitted.values());
		return specs;
	}

	private boolean isErrorFromCode(Finding finding) {
		return finding.severity() == Severity.ERROR && this.beans.containsKey(finding.policy());
	}

	private void addError(Finding error) {
		this.errors.computeIfAbsent(error.policy(), (policy) -> new ArrayList<>()).add(error);
	}

	private void deny(String name, List<Finding> errors) {
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
