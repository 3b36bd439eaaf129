package io.github.corsstarter.origin;

import java.net.IDN;
import java.util.Locale;

/**
 * Reads entries of allowed origins. For an entry that could match no origin it says what
 * the author most likely meant.
 */
final class OriginPatternParser {

	private static final String SHAPE = "Write scheme, host and port only, as \"https://shop.example.com\".";

	private OriginPatternParser() {
	}

	static OriginPattern parse(String text) {
		checkLength(text);
		checkCharacters(text);
		int schemeEnd = checkScheme(text);
		checkEnd(text, schemeEnd);
		boolean anyPort = text.endsWith(":*");
		int hostEnd = anyPort ? text.length() - 2 : Origins.hostEnd(text);
		checkCase(text);
		checkHost(text, schemeEnd, hostEnd);
		if (!anyPort) {
			checkPort(text, schemeEnd, hostEnd);
		}
		return new OriginPattern(text, schemeEnd, hostEnd, anyPort);
	}

	private static void checkLength(String text) {
		if (text.length() > Origins.MAX_LENGTH) {
			throw new InvalidOriginException(
					"is longer than the " + Origins.MAX_LENGTH + " characters that are compared", SHAPE);
		}
	}

	private static void checkCharacters(String text) {
		String stripped = text.strip();
		if (!stripped.equals(text)) {
			throw new InvalidOriginException("has white space around it; browsers send origins without any",
					write(stripped));
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c == 0x7f) {
				throw new InvalidOriginException("has white space or a control character in it", SHAPE);
			}
		}
	}

	private static int checkScheme(String text) {
		int schemeEnd = text.indexOf("://");
		if (schemeEnd < 0) {
			String hostname = text.startsWith("//") ? text.substring(2) : text;
			String scheme = hostname.startsWith("localhost") ? "http://" : "https://";
			boolean plain = hostname.indexOf('.') > 0 || hostname.startsWith("localhost");
			throw new InvalidOriginException("has no scheme; an origin starts with one",
					(plain && isValid(scheme + hostname)) ? write(scheme + hostname) : SHAPE);
		}
		if (text.regionMatches(true, 0, "file", 0, schemeEnd) && schemeEnd == 4) {
			throw new InvalidOriginException("is a file: URL, whose origin browsers send as null",
					"Serve the page over http, or, for uncredentialed access from sandboxed pages, write \"null\" in quotes.");
		}
		if (!Origins.isScheme(text.toLowerCase(Locale.ROOT), schemeEnd)) {
			throw new InvalidOriginException("has no valid scheme: a letter, then letters, digits, +, - and .", SHAPE);
		}
		return schemeEnd;
	}

	private static void checkEnd(String text, int schemeEnd) {
		int hostStart = schemeEnd + 3;
		int end = indexOfAny(text, "/?#", hostStart);
		if (end == text.length() - 1 && text.charAt(end) == '/') {
			throw new InvalidOriginException(
					"ends with a slash; browsers send origins without one, so it would never match",
					write(text.substring(0, end)));
		}
		if (end >= 0) {
			// Before an @ it may be a password that has a slash in it.
			throw new InvalidOriginException("has a path, query or fragment; an origin has none",
					(text.indexOf('@', end) >= 0) ? SHAPE : write(text.substring(0, end)));
		}
		int at = text.lastIndexOf('@');
		if (at >= 0) {
			throw new InvalidOriginException("has user information; an origin has none",
					write(text.substring(0, hostStart) + text.substring(at + 1)));
		}
	}

	private static void checkCase(String text) {
		if (!isAscii(text)) {
			throw new InvalidOriginException("has characters outside ASCII; browsers send the ASCII form of a host",
					ascii(text));
		}
		String lowerCase = text.toLowerCase(Locale.ROOT);
		if (!lowerCase.equals(text)) {
			throw new InvalidOriginException("has upper-case letters; browsers send origins in lower case",
					write(lowerCase));
		}
	}

	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= 128) {
				return false;
			}
		}
		return true;
	}

	private static String ascii(String text) {
		int schemeEnd = text.indexOf("://");
		int hostEnd = Origins.hostEnd(text);
		try {
			String host = IDN.toASCII(text.substring(schemeEnd + 3, hostEnd).toLowerCase(Locale.ROOT),
					IDN.ALLOW_UNASSIGNED);
			String ascii = text.substring(0, schemeEnd + 3) + host + text.substring(hostEnd);
			return isAscii(ascii) ? write(ascii) : SHAPE;
		}
		catch (IllegalArgumentException ex) {
			return SHAPE;
		}
	}

	private static void checkHost(String text, int schemeEnd, int hostEnd) {
		String host = text.substring(schemeEnd + 3, hostEnd);
		if (host.isEmpty()) {
			throw new InvalidOriginException("has no host", SHAPE);
		}
		int star = host.indexOf('*');
		if (star < 0) {
			checkPlainHost(text, host, hostEnd);
			return;
		}
		boolean anyHost = host.equals("*") && !text.startsWith("http://") && !text.startsWith("https://");
		if (!anyHost) {
			checkWildcardHost(host, star);
		}
	}

	private static void checkPlainHost(String text, String host, int hostEnd) {
		if (Hosts.isHost(host, 0, host.length())) {
			return;
		}
		if (host.startsWith("[") && host.endsWith("]")) {
			int[] pieces = Hosts.parseIpv6(host.substring(1, host.length() - 1));
			if (pieces.length > 0) {
				String prefix = text.substring(0, text.indexOf('['));
				throw new InvalidOriginException("has an IPv6 address that is not in the form browsers send",
						write(prefix + "[" + Hosts.formatIpv6(pieces) + "]" + text.substring(hostEnd)));
			}
			throw new InvalidOriginException("has brackets around something that is no IPv6 address", SHAPE);
		}
		if (host.endsWith(".")) {
			throw new InvalidOriginException("has a dot at the end of its host",
					write(text.substring(0, hostEnd - 1) + text.substring(hostEnd)));
		}
		if (Hosts.endsInNumber(host, 0, host.length())) {
			throw new InvalidOriginException("has a host that ends in a number but is no IPv4 address of four decimals",
					SHAPE);
		}
		throw new InvalidOriginException(
				"has a host with an empty label or with characters other than letters, digits, - and _", SHAPE);
	}

	private static void checkWildcardHost(String host, int star) {
		int dot = host.indexOf('.');
		if (dot < 0 || star > dot || host.lastIndexOf('*') != star) {
			throw new InvalidOriginException(
					"has a misplaced *; one * may stand in the leftmost label, and one for the port",
					"Write \"https://*.example.com\" for every subdomain, \"https://app-*.example.com\" for a part of the leftmost label, or \"http://localhost:*\" for every port.");
		}
		String base = host.substring(dot + 1);
		if (!Hosts.isDomain(base, 0, base.length()) || Hosts.endsInNumber(base, 0, base.length())) {
			throw new InvalidOriginException("has a * before something that is no domain name; IP addresses take none",
					"Write \"https://*.example.com\" for every subdomain.");
		}
		String label = host.substring(0, dot);
		if (label.equals("*")) {
			return;
		}
		String filled = label.replace('*', 'a');
		if (!Hosts.isDomain(filled, 0, filled.length())) {
			throw new InvalidOriginException("has a leftmost label with characters other than letters, digits, - and _",
					SHAPE);
		}
		if (base.indexOf('.') < 0) {
			throw new InvalidOriginException(
					"has a partial wildcard with less than two labels behind it; anyone can register a name that matches it",
					"Write \"https://*." + base + "\" if every subdomain is meant, or list the origins.");
		}
	}

	private static void checkPort(String text, int schemeEnd, int hostEnd) {
		if (Origins.isPortSuffix(text, schemeEnd, hostEnd)) {
			return;
		}
		int end = text.length();
		boolean number = Hosts.isCanonicalNumber(text, hostEnd + 1, end, 65535);
		if (number && Integer.parseInt(text, hostEnd + 1, end, 10) == Origins.defaultPort(text, schemeEnd)) {
			throw new InvalidOriginException("writes out its scheme's default port; browsers leave it out",
					write(text.substring(0, hostEnd)));
		}
		throw new InvalidOriginException("has a bad port; a port is a number from 1 to 65535 without leading zeros",
				"Write \"" + text.substring(0, hostEnd) + ":8443\" for one port, or \"" + text.substring(0, hostEnd)
						+ ":*\" for every port.");
	}

	private static int indexOfAny(String text, String chars, int from) {
		for (int i = from; i < text.length(); i++) {
			if (chars.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Advises to write what is left when a mistake is taken out. Where that holds another
	 * mistake, the advice is about that one, so that nobody writes what is refused again.
	 */
	private static String write(String origin) {
		try {
			return "Write \"" + parse(origin) + "\".";
		}
		catch (InvalidOriginException ex) {
			return ex.getAdvice();
		}
	}

	private static boolean isValid(String origin) {
		try {
			parse(origin);
			return true;
		}
		catch (InvalidOriginException ex) {
			return false;
		}
	}

}
