package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.explain.CorsQuery.Target;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a dry run. It rejects only what no browser could put into a request:
 * about all else the engine decides.
 */
final class QueryParser {

	/** Most characters of one text. Servers take heads of 8 KB. */
	static final int MAX_LENGTH = 8192;

	/**
	 * Most headers. A request with more headers than this meets the server's own limit.
	 */
	static final int MAX_HEADERS = 200;

	private QueryParser() {
	}

	static Target target(String text) {
		checkText("path", text);
		String location = withoutQuery(text);
		if (location.startsWith("/")) {
			return new Target("http", null, 0, location, 0);
		}
		int schemeEnd = location.indexOf("://");
		String scheme = (schemeEnd > 0) ? location.substring(0, schemeEnd).toLowerCase(Locale.ROOT) : "";
		check(scheme.equals("http") || scheme.equals("https"), "The parameter path, " + quote(text)
				+ ", is neither a path that starts with / nor an absolute http or https URL.");
		int slash = location.indexOf('/', schemeEnd + 3);
		int end = (slash < 0) ? location.length() : slash;
		return absolute(scheme, location.substring(schemeEnd + 3, end), (slash < 0) ? "/" : location.substring(slash));
	}

	static @Nullable String origin(@Nullable String text) {
		if (text != null) {
			checkText("origin", text);
		}
		return text;
	}

	private static void checkText(String parameter, String text) {
		check(text.length() <= MAX_LENGTH,
				"The parameter " + parameter + " is longer than " + MAX_LENGTH + " characters.");
		check(text.chars().noneMatch((c) -> c < ' ' || c == 127),
				"The parameter " + parameter + " holds a control character.");
	}

	private static String withoutQuery(String text) {
		int end = 0;
		while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
			end++;
		}
		return text.substring(0, end);
	}

	private static Target absolute(String scheme, String authority, String path) {
		int colon = authority.lastIndexOf(':');
		boolean hasPort = colon > authority.lastIndexOf(']');
		String host = hasPort ? authority.substring(0, colon) : authority;
		check(!host.isEmpty() && host.chars().noneMatch((c) -> c <= ' ' || c == '@' || c == '\\')
				&& isPlainOrIpv6(host),
				"The host of the URL in the parameter path, " + quote(authority) + ", cannot be read.");
		return new Target(scheme, host.toLowerCase(Locale.ROOT), hasPort ? port(authority.substring(colon + 1)) : 0,
				path, 0);
	}

	private static boolean isPlainOrIpv6(String host) {
		return (host.startsWith("[") && host.endsWith("]")) || host.indexOf(':') < 0;
	}

	private static int port(String text) {
		boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
		int port = digits ? Integer.parseInt(text) : 0;
		check(port > 0 && port <= 65535,
				"The port of the URL in the parameter path, " + quote(text) + ", is no number from 1 to 65535.");
		return port;
	}

	static String method(String text) {
		check(text.length() <= MAX_LENGTH && Tokens.isToken(text),
				"The parameter method, " + quote(text) + ", is no HTTP method.");
		return Methods.normalize(text);
	}

	static List<RequestHeader> headers(List<String> elements) {
		List<RequestHeader> headers = new ArrayList<>();
		int characters = 0;
		for (String element : elements) {
			characters += element.length();
			check(characters <= MAX_LENGTH, "The parameter headers is longer than " + MAX_LENGTH + " characters.");
			for (String part : element.split(",", -1)) {
				if (!part.isBlank()) {
					headers.add(header(part));
				}
			}
		}
		check(headers.size() <= MAX_HEADERS, "The parameter headers names more than " + MAX_HEADERS + " headers.");
		return headers;
	}

	private static RequestHeader header(String text) {
		int colon = text.indexOf(':');
		String name = ((colon < 0) ? text : text.substring(0, colon)).strip();
		check(Tokens.isToken(name), "The parameter headers holds " + quote(text)
				+ ", which is no header name; write name or name:value, separated by commas.");
		String value = (colon < 0) ? null : text.substring(colon + 1).strip();
		check(value == null || value.chars().noneMatch((c) -> (c < ' ' && c != '\t') || c == 127 || c > 255),
				"The value of the header " + quote(name)
						+ " in the parameter headers holds a character that no header can.");
		return new RequestHeader(name, value);
	}

	private static String quote(String text) {
		return '"' + Printable.of(text) + '"';
	}

	private static void check(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
