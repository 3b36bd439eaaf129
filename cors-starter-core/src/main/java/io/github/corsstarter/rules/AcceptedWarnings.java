package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import org.jspecify.annotations.Nullable;

/**
 * The warnings that the authors of policies accept.
 */
public final class AcceptedWarnings {

	private static final String KEY = "accept";

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
			for (String entry : entries(spec)) {
				Rule rule = find(entry);
				if (rule != null && mayBeWarning(rule)) {
					warnings.accepted.computeIfAbsent(spec.name(), (name) -> EnumSet.noneOf(Rule.class)).add(rule);
				}
			}
		}
		return warnings;
	}

	/**
	 * Marks the findings that are accepted.
	 * @param findings what was found
	 * @return the findings in the same order
	 */
	public List<Finding> mark(Collection<Finding> findings) {
		List<Finding> marked = new ArrayList<>();
		for (Finding finding : findings) {
			marked.add(mark(finding));
		}
		return marked;
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
			Rule rule = find(entries.get(i));
			if (rule == null || !mayBeWarning(rule)) {
				findings.add(Rule.INVALID_VALUE, new PolicyKey(KEY, i), entries.get(i),
						(rule == null) ? "is the id of no rule" : "is the id of an error, which cannot be accepted",
						"Write ids of warnings, as reports have them in brackets: [any-header].");
			}
		}
	}

	private static @Nullable Rule find(String id) {
		for (Rule rule : Rule.values()) {
			if (rule.id().equals(id)) {
				return rule;
			}
		}
		return null;
	}

	private static boolean mayBeWarning(Rule rule) {
		return rule.severity() == Severity.WARNING || rule == Rule.UNGOVERNED_ROUTE;
	}

	private static List<String> entries(CorsPolicySpec spec) {
		return (spec.accept() != null) ? spec.accept() : List.of();
	}

}
