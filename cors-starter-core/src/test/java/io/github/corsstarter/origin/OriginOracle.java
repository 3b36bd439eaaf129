package io.github.corsstarter.origin;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the slow way which origins match: each entry is made a regular expression of its
 * own.
 */
final class OriginOracle {

	private static final String LABEL = "[a-z0-9_-]+";

	private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")*";

	private static final String PORT = "(?::([1-9][0-9]{0,4}))?";

	private static final Pattern SERIALIZED = Pattern
		.compile("([a-z][a-z0-9+.-]*)://(" + DOMAIN + "|\\[[0-9a-f:]+])" + PORT);

	private OriginOracle() {
	}

	static boolean matches(Collection<String> entries, String origin) {
		return entries.stream().anyMatch((entry) -> matches(entry, origin));
	}

	private static boolean matches(String entry, String origin) {
		if (entry.equals("null")) {
			return origin.equals("null");
		}
		return isSerialized(origin) && Pattern.matches(regex(entry), origin);
	}

	private static String regex(String entry) {
		String anyPort = entry.endsWith(":*") ? PORT : "";
		String rest = anyPort.isEmpty() ? entry : entry.substring(0, entry.length() - 2);
		String anyHost = "(?:" + DOMAIN + "|\\[.*])";
		String regex = rest.endsWith("://*") ? quote(rest.substring(0, rest.length() - 1)) + anyHost
				: quote(rest).replace("://*\\.", "://(?:" + LABEL + "\\.)+").replace("*", LABEL);
		return regex + anyPort;
	}

	private static String quote(String text) {
		return text.replace(".", "\\.").replace("[", "\\[").replace("]", "\\]").replace("+", "\\+");
	}

	static boolean isSerialized(String origin) {
		Matcher matcher = SERIALIZED.matcher(origin);
		if (origin.length() > 300 || !matcher.matches()) {
			return origin.equals("null");
		}
		String host = matcher.group(2);
		return !matcher.group(1).equals("file") && isPort(matcher.group(1), matcher.group(3)) && isHost(host);
	}

	private static boolean isPort(String scheme, String port) {
		if (port == null) {
			return true;
		}
		String standard = switch (scheme) {
			case "https", "wss" -> "443";
			case "http", "ws" -> "80";
			case "ftp" -> "21";
			default -> "";
		};
		return Integer.parseInt(port) <= 65535 && !port.equals(standard);
	}

	private static boolean isHost(String host) {
		if (host.startsWith("[")) {
			return Ipv6Oracle.isCanonical(host.substring(1, host.length() - 1));
		}
		String last = host.substring(host.lastIndexOf('.') + 1);
		boolean number = last.matches("[0-9]+|0x[0-9a-f]*");
		String octet = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
		return !number || host.matches(octet + "(?:\\." + octet + "){3}");
	}

}
