package io.github.corsstarter.cli.output;

import java.util.Arrays;
import java.util.Optional;

import io.github.corsstarter.rules.Rule;

/**
 * Finds the section of the documentation that a rule is told in.
 */
final class RuleAddress {

	private RuleAddress() {
	}

	/**
	 * Finds a section.
	 * @param rule the rule's id
	 * @return its address, unless the rule is of another release
	 */
	static Optional<String> of(String rule) {
		return Arrays.stream(Rule.values()).filter((each) -> each.id().equals(rule)).map(Rule::address).findFirst();
	}

}
