package io.github.corsstarter.edge;

import org.jspecify.annotations.Nullable;

/**
 * Something that a target cannot say. The policy grants nothing there: its paths are
 * written as refused.
 *
 * @param rule the rule
 * @param policy the policy's name
 * @param property the whole name of the property to change
 * @param value the value that cannot be said
 * @param source where the value stands, or {@code null} where that is not known
 * @param message why it cannot be said: a phrase that follows the value, as "has a port
 * that is open"
 * @param advice what to do: a sentence
 */
public record EdgeFinding(EdgeRule rule, String policy, String property, String value, @Nullable String source,
		String message, String advice) {

	/**
	 * Returns the finding as one line of a report.
	 * @return rule, property, value, place, reason and advice
	 */
	@Override
	public String toString() {
		String place = (this.source != null) ? " (" + this.source + ")" : "";
		return "[" + this.rule.id() + "] " + this.property + ": \"" + this.value + "\"" + place + " " + this.message
				+ ". " + this.advice;
	}

}
