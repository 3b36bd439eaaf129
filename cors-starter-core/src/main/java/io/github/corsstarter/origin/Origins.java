package io.github.corsstarter.origin;

/**
 * Origins as requests carry them, in the <a href=
 * "https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin">
 * serialization</a> of the HTML standard. Every check is strict, bounded and linear.
 */
public final class Origins {

	/**
	 * Most characters of an {@code Origin} that is looked at. A host has 253 at most;
	 * with the longest schemes and ports in use that makes less than 300.
	 */
	public static final int MAX_LENGTH = 300;

	/** The serialization of every opaque origin. */
	public static final String OPAQUE = "null";

	private Origins() {
	}

	/**
	 * Whether a browser could have sent this value.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it is {@code null} or a scheme, a host and, where it is not the
	 * scheme's default, a port
	 */
	public static boolean isSerialized(String origin) {
		if (origin.length() > MAX_LENGTH) {
			return false;
		}
		if (origin.equals(OPAQUE)) {
			return true;
		}
		int schemeEnd = origin.indexOf("://");
		if (schemeEnd < 0 || !isScheme(origin, schemeEnd)) {
			return false;
		}
		int hostEnd = hostEnd(origin);
		return Hosts.isHost(origin, schemeEnd + 3, hostEnd) && isPortSuffix(origin, schemeEnd, hostEnd);
	}

	/**
	 * Whether the origin is that of the request's own URL.
	 * @param origin a serialized origin
	 * @param scheme the request's scheme, in lower case
	 * @param host the request's host, in any case, an IPv6 address with or without
	 * brackets
	 * @param port the request's port, or a number below 1 for the scheme's default
	 * @return whether scheme, host and port are the same
	 */
	public static boolean isSame(String origin, String scheme, String host, int port) {
		int schemeEnd = scheme.length();
		if (host.isEmpty() || !origin.startsWith(scheme) || !origin.startsWith("://", schemeEnd)) {
			return false;
		}
		boolean bracketsMissing = host.indexOf(':') >= 0 && !host.startsWith("[");
		int hostStart = schemeEnd + (bracketsMissing ? 4 : 3);
		int hostEnd = hostStart + host.length() + (bracketsMissing ? 1 : 0);
		if (hostEnd > origin.length() || !isLowerCase(origin, hostStart, host)
				|| (bracketsMissing && (origin.charAt(hostStart - 1) != '[' || origin.charAt(hostEnd - 1) != ']'))) {
			return false;
		}
		if (hostEnd == origin.length()) {
			return port < 1 || port == defaultPort(origin, schemeEnd);
		}
		return origin.charAt(hostEnd) == ':' && isPortSuffix(origin, schemeEnd, hostEnd)
				&& Integer.parseInt(origin, hostEnd + 1, origin.length(), 10) == port;
	}

	/**
	 * Whether the origin goes on with the host in lower case. {@code regionMatches}
	 * without case would also take some letters outside of ASCII for ASCII letters.
	 */
	private static boolean isLowerCase(String origin, int start, String host) {
		for (int i = 0; i < host.length(); i++) {
			char c = host.charAt(i);
			if (origin.charAt(start + i) != ((c >= 'A' && c <= 'Z') ? c + ('a' - 'A') : c)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Finds where the host ends: at the colon before the port, or at the end.
	 */
	static int hostEnd(String origin) {
		int colon = origin.lastIndexOf(':');
		// The scheme's colon and those inside an IPv6 address start no port.
		boolean startsPort = colon >= 0 && !origin.startsWith("://", colon) && origin.indexOf(']', colon) < 0;
		return startsPort ? colon : origin.length();
	}

	/**
	 * Whether what follows the host is nothing, or a port as a browser writes it: no
	 * leading zero, never the scheme's default.
	 */
	static boolean isPortSuffix(String origin, int schemeEnd, int hostEnd) {
		int end = origin.length();
		if (hostEnd == end) {
			return true;
		}
		return Hosts.isCanonicalNumber(origin, hostEnd + 1, end, 65535) && origin.charAt(hostEnd + 1) != '0'
				&& Integer.parseInt(origin, hostEnd + 1, end, 10) != defaultPort(origin, schemeEnd);
	}

	/**
	 * Whether the text starts with a scheme that forms origins with a host.
	 */
	static boolean isScheme(String origin, int schemeEnd) {
		if (schemeEnd == 0 || origin.charAt(0) < 'a' || origin.charAt(0) > 'z') {
			return false;
		}
		for (int i = 1; i < schemeEnd; i++) {
			char c = origin.charAt(i);
			if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')) {
				return false;
			}
		}
		// The origin of a file: URL is opaque and serialized as null.
		return !origin.startsWith("file://");
	}

	static int defaultPort(String origin, int schemeEnd) {
		return switch (schemeEnd) {
			case 5 -> origin.startsWith("https") ? 443 : -1;
			case 4 -> origin.startsWith("http") ? 80 : -1;
			case 3 -> origin.startsWith("wss") ? 443 : origin.startsWith("ftp") ? 21 : -1;
			case 2 -> origin.startsWith("ws") ? 80 : -1;
			default -> -1;
		};
	}

}
