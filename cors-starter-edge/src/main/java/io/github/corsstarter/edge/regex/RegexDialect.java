package io.github.corsstarter.edge.regex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A language of regular expressions. Everything is written in what PCRE and RE2 share,
 * but for what this tells. Literals hold no character that means something to any
 * server's own grammar: no quotes, dollars, braces, hashes, percent signs or backslashes
 * but those of an escape.
 */
public enum RegexDialect {

	/**
	 * PCRE, fed with bytes: nginx, HAProxy, Apache httpd. It goes back on its way, which
	 * possessive quantifiers keep it from.
	 */
	PCRE("+", "(?=%s)", "(?>%s*?%s)", "[^\\x00-\\xff]") {

		@Override
		String escape(int character) {
			return octets(character, "\\x%02x");
		}

		/**
		 * Half of a character of four bytes is a unit, too.
		 */
		@Override
		String unit() {
			return "(?:[^/\\x80-\\xff]|[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}"
					+ "|[\\xf0-\\xf4][\\x80-\\xbf]|[\\x80-\\xbf]{2})";
		}

		@Override
		String units(int count) {
			return unit().repeat(count);
		}

		@Override
		String unitsOrMore(int count) {
			return units(count);
		}

	},

	/**
	 * RE2, fed with characters: Caddy. It never goes back, and cannot look ahead.
	 */
	RE2("", "", "%s*%s", "[^\\x00-\\x{10ffff}]") {

		@Override
		String escape(int character) {
			return "\\x{%x}".formatted(character);
		}

		@Override
		String unit() {
			return "[^/\\x{10000}-\\x{10ffff}]";
		}

		@Override
		String twoUnits() {
			return "[\\x{10000}-\\x{10ffff}]";
		}

	},

	/**
	 * RE2, fed with a path as it came: Envoy, Istio. Whatever browsers may write as an
	 * escape matches as one, too; what none has to is expected to stand for itself.
	 */
	RAW("", "", "%s*%s", "[^\\x00-\\x{10ffff}]") {

		@Override
		String escape(int character) {
			String escaped = octets(character, "\\x25(?i:%02x)");
			return (character < 128) ? "(?:" + RE2.quote(character) + "|" + escaped + ")" : escaped;
		}

		@Override
		String unit() {
			String octet = "\\x25[0-9a-fA-F]{2}";
			return "(?:[^/\\x25]|\\x25[0-7][0-9a-fA-F]|\\x25[c-dC-D][0-9a-fA-F]" + octet + "|\\x25[eE][0-9a-fA-F]"
					+ octet + octet + ")";
		}

		@Override
		String twoUnits() {
			return "\\x25[fF][0-7](?:\\x25[0-9a-fA-F]{2}){3}";
		}

		@Override
		String any() {
			return "(?:[^/\\x25]|\\x25[0-9a-fA-F]{2})";
		}

		@Override
		String plain() {
			return "-_~/";
		}

	};

	/** Most {@code ?} in a row within which any character can lie. */
	private static final int MAX_UNITS = 32;

	private final String possessive;

	private final String lookAhead;

	private final String upTo;

	private final String nothing;

	RegexDialect(String possessive, String lookAhead, String upTo, String nothing) {
		this.possessive = possessive;
		this.lookAhead = lookAhead;
		this.upTo = upTo;
		this.nothing = nothing;
	}

	/**
	 * Returns what is appended to a quantifier so that nothing it took is given back.
	 */
	String possessive() {
		return this.possessive;
	}

	/**
	 * Returns a condition on what follows.
	 * @return an empty text where that cannot be said
	 */
	String lookAhead(String regex) {
		return this.lookAhead.formatted(regex);
	}

	/**
	 * Returns an expression for any characters and then a text, of whose places the first
	 * is as good as any other.
	 */
	String upTo(String character, String text) {
		return this.upTo.formatted(character, text);
	}

	/**
	 * Returns an expression for a character other than a slash that is one UTF-16 unit,
	 * which is what {@code ?} stands for in a path.
	 */
	abstract String unit();

	/**
	 * Returns an expression for a character that is two units: {@code ??} stands for it.
	 */
	String twoUnits() {
		return this.nothing;
	}

	/**
	 * Returns an expression for so many units. A character of two lies in one half, or
	 * across the middle: that makes as many alternatives as the square of the number, so
	 * that very long runs are cut.
	 */
	String units(int count) {
		if (count <= 1) {
			return (count == 1) ? unit() : "";
		}
		if (count > MAX_UNITS) {
			return units(MAX_UNITS) + units(count - MAX_UNITS);
		}
		int half = count / 2;
		return "(?:" + units(half) + units(count - half) + "|" + units(half - 1) + twoUnits() + units(count - half - 1)
				+ ")";
	}

	/**
	 * Returns an expression for so many units beside a {@code *}, which may leave one
	 * half of a character to them.
	 */
	String unitsOrMore(int count) {
		return "(?:" + units(count) + "|" + units(count - 1) + twoUnits() + ")";
	}

	/**
	 * Returns an expression for one character other than a slash, of which nothing is to
	 * be taken for another one: not the digits of an escape.
	 */
	String any() {
		return "[^/]";
	}

	abstract String escape(int character);

	private static String octets(int character, String format) {
		StringBuilder octets = new StringBuilder();
		for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
			octets.append(format.formatted(octet & 0xff));
		}
		return octets.toString();
	}

	/**
	 * Returns the characters beside letters and digits that stand for themselves.
	 */
	String plain() {
		return "-_~!&,:;=@/";
	}

	/**
	 * Returns an expression that matches just the text.
	 */
	public String quote(String text) {
		return text.codePoints().mapToObj(this::quote).collect(Collectors.joining());
	}

	/**
	 * Returns an expression that matches the text whatever the case of its letters is.
	 */
	String quoteIgnoringCase(String text) {
		return text.codePoints().mapToObj(this::anyCase).collect(Collectors.joining());
	}

	private String anyCase(int character) {
		String variants = CaseVariants.of(character).stream().map(this::quote).collect(Collectors.joining("|"));
		return (variants.indexOf('|') < 0) ? variants : "(?:" + variants + ")";
	}

	/**
	 * Returns an expression that matches any of the tokens, whatever the case of their
	 * ASCII letters is. RE2 takes two more letters for k and s.
	 */
	String anyOf(List<String> tokens) {
		String alternatives = tokens.stream().map(this::quote).collect(Collectors.joining("|"));
		return "(?i:"
				+ ((this != PCRE) ? alternatives.replace("k", "(?-i:[kK])").replace("s", "(?-i:[sS])") : alternatives)
				+ ")";
	}

	String quote(int character) {
		if ((character < 128 && Character.isLetterOrDigit(character)) || plain().indexOf(character) >= 0) {
			return Character.toString(character);
		}
		// Half a character is in no path that could be sent.
		boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
		return half ? this.nothing : (character == '.') ? "[.]" : escape(character);
	}

}
