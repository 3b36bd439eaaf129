package io.github.corsstarter.edge.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.Origins;

/**
 * Writes origin patterns as regular expressions for a whole {@code Origin}.
 *
 * @param dialect the language
 */
public record OriginRegex(RegexDialect dialect) {

	private static final String LABEL = "[a-z0-9_-]+";

	private static final String HEX = "[0-9a-f]";

	/**
	 * A label that is no number: a host that ends in a number is an IPv4 address
	 * (<a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">URL standard</a>).
	 */
	private static final String LAST_LABEL = "(?:[0-9]*[a-f]" + HEX + "*|[a-z0-9_-]*[g-wyz_-][a-z0-9_-]*"
			+ "|(?:[1-9a-f]|" + HEX + "{2,})?x[0-9a-fx]*|0x" + HEX + "*x[0-9a-fx]*)";

	private static final String OCTET = "(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";

	/** Any host but an IPv6 address, whose one form no short expression tells. */
	private static final String HOST = "(?:(?:" + LABEL + "[.])*" + LAST_LABEL + "|(?:" + OCTET + "[.]){3}" + OCTET
			+ ")";

	private static final String FIVE_DIGITS = "[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

	/**
	 * Returns an expression for each listed origin.
	 */
	public List<String> of(OriginSet origins) {
		List<String> regexes = new ArrayList<>();
		origins.patterns().forEach((pattern) -> regexes.add(of(pattern)));
		if (origins.isOpaque()) {
			regexes.add("^" + Origins.OPAQUE + "\\z");
		}
		return regexes;
	}

	/**
	 * Returns an expression for each listed origin that does not only match itself.
	 */
	public List<String> ofOpen(OriginSet origins) {
		return open(origins).stream().map(this::of).toList();
	}

	/**
	 * Returns the listed origins that do not only match themselves.
	 */
	public static List<OriginPattern> open(OriginSet origins) {
		return origins.patterns().stream().filter(OriginRegex::isOpen).toList();
	}

	/**
	 * Returns the listed origins that match only themselves.
	 */
	public static List<String> exact(OriginSet origins) {
		Stream<String> patterns = origins.patterns()
			.stream()
			.filter((pattern) -> !isOpen(pattern))
			.map(OriginPattern::toString);
		return Stream.concat(patterns, origins.isOpaque() ? Stream.of(Origins.OPAQUE) : Stream.empty()).toList();
	}

	private static boolean isOpen(OriginPattern pattern) {
		return pattern.isWildcard() || pattern.port().equals("*");
	}

	/**
	 * Returns an expression for all that a pattern matches, bounded where it is open.
	 */
	public String of(OriginPattern pattern) {
		return "^" + (isOpen(pattern) ? this.dialect.lookAhead(".{0," + Origins.MAX_LENGTH + "}\\z") : "")
				+ quote(pattern.scheme() + "://") + host(pattern) + port(pattern) + "\\z";
	}

	/**
	 * Returns an expression for whole origins: for those that a pattern matches, without
	 * a port where any is allowed.
	 */
	public String withoutPort(OriginPattern pattern) {
		boolean port = !pattern.port().isEmpty() && !pattern.port().equals("*");
		return quote(pattern.scheme() + "://") + host(pattern) + (port ? ":" + pattern.port() : "");
	}

	/**
	 * Returns an expression for whole origins, of which {@link #anyPort} has to match
	 * those as well that a pattern with any port matches: both are short.
	 */
	public String withDigits(OriginPattern pattern) {
		return withoutPort(pattern) + ":[0-9]+";
	}

	/**
	 * Returns an expression for whole origins whose port is one that browsers write.
	 */
	public String anyPort(OriginPattern pattern) {
		return ".*:(?:" + portBut(defaultPort(pattern.scheme())) + ")";
	}

	private String host(OriginPattern pattern) {
		String host = pattern.host();
		int star = host.indexOf('*');
		if (star < 0) {
			return quote(host);
		}
		if (host.equals("*")) {
			return HOST;
		}
		if (host.startsWith("*.")) {
			return "(?:" + LABEL + "[.])+" + quote(host.substring(2));
		}
		return quote(host.substring(0, star)) + LABEL + quote(host.substring(star + 1));
	}

	private String port(OriginPattern pattern) {
		return switch (pattern.port()) {
			case "" -> "";
			case "*" -> "(?::(?:" + portBut(defaultPort(pattern.scheme())) + "))?";
			default -> ":" + pattern.port();
		};
	}

	/**
	 * The ports that the URL standard gives to schemes: an origin leaves them out.
	 */
	private static String defaultPort(String scheme) {
		return switch (scheme) {
			case "http", "ws" -> "80";
			case "https", "wss" -> "443";
			case "ftp" -> "21";
			default -> "";
		};
	}

	/**
	 * Returns an expression for the numbers from 1 to 65535 but one of at most four
	 * digits.
	 */
	private static String portBut(String excluded) {
		StringBuilder regex = new StringBuilder();
		for (int digits = 1; digits <= 4; digits++) {
			if (digits != excluded.length()) {
				regex.append(number(digits, '1')).append('|');
				continue;
			}
			for (int i = 0; i < digits; i++) {
				char first = (i == 0) ? '1' : '0';
				regex.append(excluded, 0, i).append(digitBut(first, excluded.charAt(i)));
				regex.append((i < digits - 1) ? number(digits - i - 1, '0') : "").append('|');
			}
		}
		return regex.append(FIVE_DIGITS).toString();
	}

	private static String number(int digits, char first) {
		String rest = switch (digits) {
			case 1 -> "";
			case 2 -> "[0-9]";
			default -> "[0-9]{" + (digits - 1) + "}";
		};
		return "[" + first + "-9]" + rest;
	}

	private static String digitBut(char first, char excluded) {
		StringBuilder digits = new StringBuilder("[");
		for (char digit = first; digit <= '9'; digit++) {
			if (digit != excluded) {
				digits.append(digit);
			}
		}
		return digits.append(']').toString();
	}

	private String quote(String text) {
		return this.dialect.quote(text);
	}

}
