package io.github.corsstarter.rules;

import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a policy breaks: an error or a warning. Its texts can be printed even if a
 * stranger wrote the policy: they are bounded, on one line each, and without the user
 * information of URLs. Only the policy's name stays as it is, as policies are looked up
 * by it.
 *
 * @param rule the rule
 * @param severity how bad it is
 * @param policy the policy's name, or the empty text where it is about none alone
 * @param key the policy's key that the rule is about
 * @param property what to change: in the core the key, as {@code allowed-origins[1]};
 * adapters put the whole property's name there
 * @param value the value that breaks the rule, or the empty text
 * @param source where the value stands, or {@code null} where that is not known
 * @param message why it is a problem: a phrase that follows the value, as "ends with a
 * slash"
 * @param advice what to write instead: a sentence
 * @param accepted whether it is a warning that the policy's author accepts
 */
public record Finding(Rule rule, Severity severity, String policy, PolicyKey key, String property, String value,
		@Nullable String source, String message, String advice, boolean accepted) {

	/**
	 * Creates a finding with the severity of its rule, which nobody has accepted.
	 * @param rule the rule
	 * @param policy the policy's name, or the empty text
	 * @param key the policy's key that the rule is about
	 * @param property what to change
	 * @param value the value that breaks the rule, or the empty text
	 * @param source where the value stands, or {@code null}
	 * @param message why it is a problem
	 * @param advice what to write instead
	 */
	public Finding(Rule rule, String policy, PolicyKey key, String property, String value, @Nullable String source,
			String message, String advice) {
		this(rule, rule.severity(), policy, key, property, value, source, message, advice, false);
	}

	/** Most characters of a text; values, which strangers may supply, have less. */
	private static final int MAX_LENGTH = 2000;

	/**
	 * Creates a finding.
	 */
	public Finding {
		boolean origin = key.name().equals("allowed-origins") || value.contains("//");
		property = Printable.line(property, MAX_LENGTH);
		value = Printable.line(origin ? Printable.withoutUserInfo(value) : value, Printable.MAX_LENGTH);
		source = (source != null) ? Printable.line(source, MAX_LENGTH) : null;
		message = Printable.line(message, MAX_LENGTH);
		advice = Printable.line(advice, MAX_LENGTH);
	}

	/**
	 * Whether it counts where only findings of some severity do.
	 * @param least the least severity that counts
	 * @return whether it is at least as bad as that, and not accepted
	 */
	public boolean counts(Severity least) {
		return !this.accepted && this.severity.compareTo(least) <= 0;
	}

	/**
	 * Returns the same finding as one that the policy's author accepts.
	 * @return the finding
	 */
	public Finding accept() {
		return new Finding(this.rule, this.severity, this.policy, this.key, this.property, this.value, this.source,
				this.message, this.advice, true);
	}

	/**
	 * Returns the same finding as a warning, whatever the severity of its rule.
	 * @return the finding
	 */
	public Finding asWarning() {
		return new Finding(this.rule, Severity.WARNING, this.policy, this.key, this.property, this.value, this.source,
				this.message, this.advice, this.accepted);
	}

	/**
	 * Returns the same finding about another policy.
	 * @param policy the policy's name, or the empty text where it is about none alone
	 * @return the finding
	 */
	public Finding of(String policy) {
		return new Finding(this.rule, this.severity, policy, this.key, this.property, this.value, this.source,
				this.message, this.advice, this.accepted);
	}

	/**
	 * Returns the same finding with another value and message.
	 * @param value the value that breaks the rule, or the empty text
	 * @param message why it is a problem
	 * @return the finding
	 */
	public Finding saying(String value, String message) {
		return new Finding(this.rule, this.severity, this.policy, this.key, this.property, value, this.source, message,
				this.advice, this.accepted);
	}

	/**
	 * Returns the same finding with the place that its value comes from.
	 * @param property the whole property's name
	 * @param source where the value stands, or {@code null} where that is not known
	 * @return the finding
	 */
	public Finding at(String property, @Nullable String source) {
		return new Finding(this.rule, this.severity, this.policy, this.key, property, this.value, source, this.message,
				this.advice, this.accepted);
	}

	/**
	 * Returns the finding as one line of a report.
	 * @return property, value, place, reason, advice and where the rule is described
	 */
	@Override
	public String toString() {
		String value = this.value.isEmpty() ? "" : ": \"" + this.value + "\"";
		String place = (this.source != null) ? " (" + this.source + ")" : "";
		return "[" + this.rule.id() + "] " + this.property + value + place + " " + this.message + ". " + this.advice
				+ " " + this.rule.address();
	}

}
