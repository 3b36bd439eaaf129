package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.PolicyName;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Codes;
import io.github.corsstarter.autoconfigure.GovernedPaths.Governed;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policies from code beside the configured ones. A policy from code that has an
 * error is left out alone, so that one tenant's error does not stop the others. Its paths
 * are denied, as it is not known who may call them.
 */
final class PolicyAdmission {

	private final List<CorsPolicySpec> configured;

	private final Function<List<CorsPolicySpec>, CorsPolicySet> compiler;

	private final Set<String> names = new HashSet<>();

	private final Map<String, CorsPolicySpec> admitted = new LinkedHashMap<>();

	private final Map<String, SuppliedPolicy> supplied = new HashMap<>();

	private final Map<String, List<Finding>> errors = new LinkedHashMap<>();

	private final FreeNames freeNames = new FreeNames((name) -> this.names.add(Codes.uniform(name)));

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
			GovernedPaths valid = GovernedPaths.of(policies, (policy) -> !this.errors.containsKey(policy));
			GovernedPaths configured = GovernedPaths.of(policies, (policy) -> !this.supplied.containsKey(policy));
			this.errors.forEach((policy, errors) -> deny(policy, errors, (path) -> configured.around(path) == null
					&& !valid.losesTo(path) && (isNamed(errors) || valid.around(path) == null)));
			policies = this.compiler.apply(specs());
		}
		List<Finding> errors = this.errors.values().stream().flatMap(List::stream).toList();
		Map<String, String> beans = new HashMap<>();
		this.supplied.forEach((name, policy) -> beans.put(name, policy.bean()));
		return new AdmittedPolicies(specs(), withNarrowed(policies), errors, Map.copyOf(beans));
	}

	private boolean take(SuppliedPolicy policy) {
		CorsPolicySpec spec = policy.spec();
		if (!PolicyName.isValid(spec.name()) || !this.names.add(Codes.uniform(spec.name()))) {
			return false;
		}
		take(spec.name(), policy);
		return true;
	}

	private void take(String name, SuppliedPolicy policy) {
		CorsPolicySpec spec = policy.spec();
		this.admitted.put(name, CorsPolicySpec.named(name).build().or(spec));
		this.supplied.put(name, policy);
		List<String> paths = paths(spec);
		for (int i = 0; i < paths.size(); i++) {
			if (!policy.mayHave(paths.get(i))) {
				PolicyKey key = new PolicyKey("paths", i);
				addError(new Finding(Rule.INVALID_PATH, name, key, key.toString(), paths.get(i), null,
						"is not below \"" + policy.prefix() + "\", where all paths of its source are",
						"Check what the path is made of, such as the name of a tenant."));
			}
		}
	}

	/**
	 * Takes a policy whose name cannot be its own, to report it and to deny its paths.
	 */
	private void takeUnderAnotherName(SuppliedPolicy policy) {
		String written = policy.spec().name();
		String name = this.freeNames.like(written);
		take(name, policy);
		addError(PolicyName.isValid(written) ? PolicyName.taken(name, written) : PolicyName.invalid(name, written));
	}

	private List<CorsPolicySpec> specs() {
		List<CorsPolicySpec> specs = new ArrayList<>(this.configured);
		specs.addAll(this.admitted.values());
		return specs;
	}

	private boolean isErrorFromCode(Finding finding) {
		return finding.severity() == Severity.ERROR && this.supplied.containsKey(finding.policy());
	}

	private void addError(Finding error) {
		this.errors.computeIfAbsent(error.policy(), (policy) -> new ArrayList<>()).add(error);
	}

	/**
	 * Whether a policy has a name of its own. What a path is made of is not to be trusted
	 * where the name is none, so that it does not shut others out of paths of theirs.
	 */
	private static boolean isNamed(List<Finding> errors) {
		return errors.stream().noneMatch((error) -> error.rule() == Rule.INVALID_POLICY_NAME);
	}

	/**
	 * Denies those paths of a policy with an error that are valid and belong to no other
	 * policy.
	 */
	private void deny(String name, List<Finding> errors, Predicate<PathExpression> free) {
		CorsPolicySpec spec = Objects.requireNonNull(this.admitted.remove(name));
		if (spec.mode() != null && !spec.mode().governs()) {
			return;
		}
		Set<PolicyKey> wrong = new HashSet<>();
		errors.forEach((error) -> wrong.add(error.key()));
		List<String> written = paths(spec);
		List<String> paths = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			if (!wrong.contains(new PolicyKey("paths", i)) && free.test(PathExpression.parse(written.get(i)))) {
				paths.add(written.get(i));
			}
		}
		if (!paths.isEmpty()) {
			this.admitted.put(name, CorsPolicySpec.named(name).paths(paths).mode(PolicyMode.DENY).build());
		}
	}

	private static List<String> paths(@Nullable CorsPolicySpec spec) {
		return (spec != null && spec.paths() != null) ? spec.paths() : List.of();
	}

	/**
	 * Adds a warning for each path that a policy from code takes away from a configured
	 * one, unless its source says which paths are its own.
	 */
	private CorsPolicySet withNarrowed(CorsPolicySet policies) {
		GovernedPaths configured = GovernedPaths.of(policies, (policy) -> !this.supplied.containsKey(policy));
		List<Finding> findings = new ArrayList<>(policies.findings());
		for (CorsPolicy policy : policies.policies()) {
			SuppliedPolicy supplied = this.supplied.get(policy.name());
			if (supplied != null && !supplied.hasPrefix() && policy.mode().governs()) {
				narrowed(policy.name(), configured, findings);
			}
		}
		return (findings.size() > policies.findings().size()) ? policies.withFindings(findings) : policies;
	}

	private void narrowed(String name, GovernedPaths configured, List<Finding> findings) {
		List<String> paths = paths(this.admitted.get(name));
		for (int i = 0; i < paths.size(); i++) {
			Governed wider = configured.around(PathExpression.parse(paths.get(i)));
			if (wider != null) {
				PolicyKey key = new PolicyKey("paths", i);
				findings.add(new Finding(Rule.NARROWS_CONFIGURED_PATH, name, key, key.toString(), paths.get(i), null,
						"takes over paths that are configured to be governed by " + wider,
						"Have the source return the prefix of its paths from pathPrefix() if that is meant."));
			}
		}
	}

}
