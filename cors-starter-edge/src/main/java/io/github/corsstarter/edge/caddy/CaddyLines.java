package io.github.corsstarter.edge.caddy;

import java.util.HashSet;
import java.util.Set;

/**
 * Lines of a Caddyfile.
 */
final class CaddyLines {

	private final StringBuilder text = new StringBuilder();

	private final Set<String> inputs = new HashSet<>();

	private int depth;

	CaddyLines line(String line) {
		this.text.append("\t".repeat(this.depth)).append(line).append('\n');
		return this;
	}

	CaddyLines comment(String... lines) {
		this.text.append('\n');
		for (String line : lines) {
			line("# " + line);
		}
		return this;
	}

	/**
	 * Begins a block.
	 */
	CaddyLines open(String line) {
		line(line + " {");
		this.depth++;
		return this;
	}

	CaddyLines close() {
		this.depth--;
		return line("}");
	}

	/**
	 * Begins a map: gives a placeholder a value by the first line that matches.
	 */
	CaddyLines map(String source, String destination) {
		this.inputs.clear();
		return open("map " + source + " {cors_" + destination + "}");
	}

	/**
	 * Adds a line to a map. Between these quotes nothing is special, and no expression
	 * has one.
	 */
	CaddyLines regex(String regex, String value) {
		return input("`~" + regex + "`", value);
	}

	/**
	 * Adds a line to a map, for just this text.
	 */
	CaddyLines text(String text, String value) {
		return input(quote(text), value);
	}

	// Caddy does not start with a map that says the same twice.
	private CaddyLines input(String input, String value) {
		return this.inputs.add(input) ? line(input + " " + value) : this;
	}

	/**
	 * Ends a map.
	 */
	CaddyLines otherwise(String value) {
		return line("default " + value).close();
	}

	/**
	 * Defines a matcher for requests whose variable has one of the values.
	 */
	CaddyLines matcher(String name, String variable, String... values) {
		return line("@cors_" + name + " vars {vars.cors_" + variable + "} " + String.join(" ", values));
	}

	/**
	 * Quotes a value.
	 */
	static String quote(String text) {
		return "\"" + text.replace("\"", "\\\"") + "\"";
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
