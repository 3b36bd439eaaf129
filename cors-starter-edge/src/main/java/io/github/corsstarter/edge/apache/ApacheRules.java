package io.github.corsstarter.edge.apache;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules of mod_rewrite of which the first one that matches counts: it skips the others.
 */
final class ApacheRules {

	private final List<Rule> rules = new ArrayList<>();

	/**
	 * Adds a rule for every path.
	 * @param variables what is set, as {@code NAME:value}, separated by spaces
	 * @param conditions lines of conditions, all of which have to hold
	 */
	void add(String variables, String... conditions) {
		this.rules.add(new Rule("^", variables, List.of(conditions), 0));
	}

	/**
	 * Adds a rule for the paths that match.
	 */
	void addPath(String regex, String variables) {
		this.rules.add(new Rule(regex, variables, List.of(), 0));
	}

	/**
	 * Adds a rule that skips no more than the next ones.
	 * @param count how many are left out
	 */
	void skip(int count, String... conditions) {
		this.rules.add(new Rule("^", "", List.of(conditions), count));
	}

	int size() {
		return this.rules.size();
	}

	/**
	 * Joins rules to one sequence.
	 */
	ApacheRules then(ApacheRules other) {
		this.rules.addAll(other.rules);
		return this;
	}

	/**
	 * Returns the condition that a text matches.
	 */
	static String when(String tested, String pattern) {
		return "RewriteCond \"" + tested + "\" " + quote(pattern);
	}

	/**
	 * Returns the condition that a variable has just this value.
	 */
	static String is(String variable, String value) {
		return when("%{ENV:CORS_" + variable + "}", value.isEmpty() ? "^$" : "=" + value);
	}

	/**
	 * Quotes an argument. In quotes, a backslash is itself unless a quote or a backslash
	 * follows.
	 */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean escapes = c == '\\' && (i + 1 == text.length() || "\"\\".indexOf(text.charAt(i + 1)) >= 0);
			quoted.append((c == '"' || escapes) ? "\\" : "").append(c);
		}
		return quoted.append('"').toString();
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.rules.size(); i++) {
			this.rules.get(i).write(text, this.rules.size() - i - 1);
		}
		return text.toString();
	}

	private record Rule(String regex, String variables, List<String> conditions, int skipped) {

		void write(StringBuilder text, int others) {
			this.conditions.forEach((condition) -> text.append(condition).append('\n'));
			List<String> flags = new ArrayList<>();
			for (String variable : this.variables.split(" ")) {
				if (!variable.isEmpty()) {
					flags.add("E=CORS_" + variable);
				}
			}
			int count = (this.skipped > 0) ? this.skipped : others;
			if (count > 0) {
				flags.add("S=" + count);
			}
			text.append("RewriteRule ").append(quote(this.regex)).append(" \"-\"");
			text.append(flags.isEmpty() ? "" : " [" + String.join(",", flags) + "]").append('\n');
		}

	}

}
