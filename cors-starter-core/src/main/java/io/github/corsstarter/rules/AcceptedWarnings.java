package io.github.corsstarter.rules;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import org.jspecify.annotations.Nullable;

/**
 * The warnings that the authors of policies accept.
 */
public final class AcceptedWarnings {

	private static final String KEY = "accept";

	private static final Map<String, Rule> RULES = Stream.of(Rule.values())
		.collect(Collectors.toUnmodifiableMap(Rule::id, (rule) -> rule));

	private final Map<String, Set<Rule>> accepted = new HashMap<>();

	private AcceptedWarnings() {
	}

	/**
	 * Reads what policies accept.
	 * @param specs the policies, defaults filled in; one whose name is the empty text
	 * accepts warnings that belong to no single policy
	 * @return their accepted warnings
	 */
	public static AcceptedWarnings of(Collection<CorsPolicySpec> specs) {
		AcceptedWarnings warnings = new AcceptedWarnings();
		for (CorsPolicySpec spec : specs) {
			Set<Rule> rules = warnings.accepted.computeIfAbsent(spec.name(), (name) -> EnumSet.noneOf(Rule.class));
			entries(spec).stream().map(RULES::get).filter(AcceptedWarnings::mayBeWarning).forEach(rules::add);
		}
		return warnings;
	}

	/**
	 * Marks the findings that are accepted.
	 * @param findings what was found
	 * @return the findings in the same order
	 */
	public List<Finding> mark(Collection<Finding> findings) {
		return findings.stream().map(this::mark).toList();
	}

	private Finding mark(Finding finding) {
		boolean accepted = this.accepted.getOrDefault(finding.policy(), Set.of()).contains(finding.rule());
		return (accepted && finding.severity() == Severity.WARNING) ? finding.accept() : finding;
	}

	/**
	 * Checks what a policy accepts.
	 */
	static void check(CorsPolicySpec spec, FindingCollector findings) {
		List<String> entries = entries(spec);
		for (int i = 0; i < entries.size(); i++) {
			Rule rule = RULES.get(entries.get(i));
			if (!mayBeWarning(rule)) {
				findings.add(Rule.INVALID_VALUE, new PolicyKey(KEY, i), entries.get(i),
						(rule == null) ? "is the id of no rule" : "is the id of an error, which cannot be accepted",
						"Write ids of warnings, as reports have them in brackets: [any-header].");
			}
		}
	}

	private static boolean mayBeWarning(@Nullable Rule rule) {
		return rule != null && (rule.severity() == Severity.WARNING || rule == Rule.UNGOVERNED_ROUTE);
	}

	private static List<String> entries(CorsPolicySpec spec) {
		return (spec.accept() != null) ? spec.accept() : List.of();
	}

}
