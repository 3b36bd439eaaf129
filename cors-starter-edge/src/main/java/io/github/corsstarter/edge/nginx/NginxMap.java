package io.github.corsstarter.edge.nginx;

/**
 * A {@code map} of nginx's: gives a variable a value by the first line that matches.
 */
final class NginxMap {

	private final StringBuilder text;

	/**
	 * Starts a map.
	 * @param source what is looked up, quoted where it has to be
	 * @param variable the variable's name
	 * @param otherwise the value where no line matches, as a parameter
	 */
	NginxMap(String source, String variable, String otherwise) {
		this.text = new StringBuilder("map ").append(source).append(" $").append(variable).append(" {\n");
		line("default", otherwise);
	}

	NginxMap line(String key, String value) {
		this.text.append("    ").append(key).append(' ').append(value).append(";\n");
		return this;
	}

	NginxMap line(int policy, String value) {
		return line(String.valueOf(policy), value);
	}

	/**
	 * Adds a line for what matches an expression. Texts would be compared without case.
	 */
	NginxMap regex(String regex, String value) {
		return line(quote("~" + regex), value);
	}

	/**
	 * Quotes a parameter. In quotes, nginx takes a backslash for an escape only in front
	 * of a few characters.
	 */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean escapes = c == '\\' && (i + 1 == text.length() || "\"'\\trn".indexOf(text.charAt(i + 1)) >= 0);
			quoted.append((c == '"' || escapes) ? "\\" : "").append(c);
		}
		return quoted.append('"').toString();
	}

	/**
	 * Quotes a value, in which a dollar sign would start a variable's name.
	 */
	static String quoteValue(String text) {
		return quote(text.replace("$", "${cors_dollar}"));
	}

	@Override
	public String toString() {
		return this.text + "}\n";
	}

}
