package io.github.corsstarter.edge.haproxy;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.edge.model.EdgePolicy;

/**
 * Lines of HAProxy's configuration.
 */
final class HaproxyLines {

	/**
	 * HAProxy reads 64 words of a line; the rest is for what is said about the values.
	 */
	private static final int VALUES = 32;

	private final StringBuilder text = new StringBuilder();

	void comment(String... lines) {
		this.text.append('\n');
		for (String line : lines) {
			line("# " + line);
		}
	}

	void line(String line) {
		this.text.append(line).append('\n');
	}

	/**
	 * Sets a variable of the request.
	 * @param condition names of conditions, separated by spaces, or the empty text
	 */
	void set(String variable, String value, String condition) {
		line("http-request set-var(txn.cors_" + variable + ") " + value + when(condition));
	}

	/**
	 * Sets a header of every response for which a condition holds.
	 * @param value the value as HAProxy has it, quoted
	 */
	void header(String name, String value, String condition) {
		line("http-after-response set-header " + name + " " + value + when(condition));
	}

	static String when(String condition) {
		return condition.isEmpty() ? "" : " if " + condition;
	}

	/**
	 * Gives a condition a name; one that is named twice holds where either does.
	 * @param values quoted values; several lines are made of many
	 */
	void acl(String name, String criterion, List<String> values) {
		for (int i = 0; i < values.size(); i += VALUES) {
			List<String> some = values.subList(i, Math.min(i + VALUES, values.size()));
			line("acl cors_" + name + " " + criterion + " -- " + String.join(" ", some));
		}
	}

	void acl(String name, String criterion) {
		line("acl cors_" + name + " " + criterion);
	}

	void regex(String name, String sample, String regex) {
		acl(name, sample + " -m reg", List.of(quote(regex)));
	}

	/**
	 * Gives a name to the condition that the policy is one of these.
	 */
	void policies(String name, List<EdgePolicy> policies) {
		if (policies.isEmpty()) {
			acl(name, "always_false");
		}
		acl(name, "var(txn.cors_policy) -m str", numbers(policies));
	}

	private static List<String> numbers(List<EdgePolicy> policies) {
		return policies.stream().map((policy) -> String.valueOf(policy.number())).toList();
	}

	/**
	 * Gives conditions for each of which one line is to be written, so that the lines
	 * hold for all of the policies.
	 */
	static List<String> policies(List<EdgePolicy> policies) {
		List<String> conditions = new ArrayList<>();
		List<String> numbers = numbers(policies);
		for (int i = 0; i < numbers.size(); i += VALUES) {
			List<String> some = numbers.subList(i, Math.min(i + VALUES, numbers.size()));
			conditions.add("{ var(txn.cors_policy) -m str -- " + String.join(" ", some) + " }");
		}
		return conditions;
	}

	/**
	 * Quotes a word. Between single quotes everything is itself.
	 */
	static String quote(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

	/**
	 * Quotes a value of a header, in which a percent sign would start an expression.
	 */
	static String quoteValue(String text) {
		return quote(text.replace("%", "%%"));
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
