package io.github.corsstarter.edge.regex;

import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.RequestedHeaders;

/**
 * Writes what a policy lists as regular expressions: for a method, and for the value of
 * {@code Access-Control-Request-Headers}.
 *
 * @param dialect the language
 */
public record ListRegex(RegexDialect dialect) {

	/** A character of a token (RFC 9110, section 5.6.2). */
	public static final String TOKEN = "[!\\x23-\\x27*+.^_\\x60|~0-9A-Za-z-]";

	private static final String FEW = "{0," + RequestedHeaders.MAX_NAMES + "}";

	/**
	 * Returns an expression for the methods.
	 * @param methods the methods, or only {@code *}
	 */
	public String methods(List<String> methods) {
		if (methods.contains("*")) {
			return "^" + TOKEN + "{1," + Methods.MAX_LENGTH + "}\\z";
		}
		return "^(?:" + methods.stream().map(this.dialect::quote).collect(Collectors.joining("|")) + ")\\z";
	}

	/**
	 * Returns an expression for a list of no other names than the allowed ones.
	 * @param names the names in lower case, or only {@code *}
	 */
	public String headers(List<String> names) {
		String start = "^" + this.dialect.lookAhead(".{0," + RequestedHeaders.MAX_CHARACTERS + "}\\z");
		if (names.isEmpty()) {
			return start + space() + "\\z";
		}
		if (names.contains("*")) {
			return start + elements(TOKEN + "+" + this.dialect.possessive(), FEW);
		}
		// More names than are read can only be requested where more are allowed.
		boolean many = names.size() > RequestedHeaders.MAX_NAMES;
		String few = many ? this.dialect.lookAhead(elements("[^\\x09 ,]+", FEW)) : "";
		return start + few + elements(this.dialect.anyOf(names), (many && few.isEmpty()) ? FEW : "*");
	}

	/**
	 * Returns the same expression without bounds, for what always compares it with whole
	 * values.
	 */
	public String headersWhole(List<String> names) {
		if (names.isEmpty()) {
			return space();
		}
		String name = names.contains("*") ? TOKEN + "+" : this.dialect.anyOf(names);
		return space() + "(?:" + name + "[\\x09 ]*(?:," + space() + "|\\z))*";
	}

	/**
	 * Returns an expression for a single name, without white space around it, that is
	 * none of the allowed ones. Looks ahead.
	 * @param names the names in lower case, or only {@code *}
	 */
	public String otherHeader(List<String> names) {
		return "^(?!" + (names.contains("*") ? TOKEN + "*" : names.isEmpty() ? "" : this.dialect.anyOf(names) + "?")
				+ "\\z)";
	}

	private String elements(String element, String count) {
		String possessive = this.dialect.possessive();
		return space() + "(?:" + element + "[\\x09 ]*" + possessive + "(?:," + space() + "|\\z))" + count + possessive
				+ "\\z";
	}

	private String space() {
		return "[\\x09 ,]*" + this.dialect.possessive();
	}

}
