package io.github.corsstarter.path;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The ways in which servers and frameworks read the path of a request. A path is plain
 * where all of them agree, or differ only in a slash at its end.
 */
final class PathReadings {

	// The marks are halves of characters: no decoded path holds one by itself.

	/**
	 * Stands for a slash that was written {@code %2F}: it belongs to its segment and is
	 * equal to no character of a pattern.
	 */
	private static final char ENCODED_SLASH = '\uDBFE';

	/**
	 * Stands for a segment of parameters only, which is there but has no text.
	 */
	static final char NO_TEXT = '\uDBFF';

	private PathReadings() {
	}

	/**
	 * Whether every reading of a path stays below the place where an index stands. Only
	 * segments of two dots lead up, and these take dots or escapes.
	 */
	static boolean stayBelow(String path, int start) {
		for (int i = start; i < path.length(); i++) {
			char c = path.charAt(i);
			// Most characters are above: one comparison for them.
			if (c <= '.' && (c == '.' || c == '%')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether every reading of a path has the segment that starts at a slash as it is
	 * written, and stays below it.
	 */
	static boolean keepSegment(String path, int slash) {
		for (int i = slash + 1; i < path.length(); i++) {
			char c = path.charAt(i);
			if (c <= '\\' && (c == '/' || c == '.' || c == '%' || c == ';' || c == '\\')) {
				return c == '/' && stayBelow(path, i);
			}
		}
		return true;
	}

	static boolean isPlain(String path, int start) {
		char previous = 0;
		for (int i = start; i < path.length(); i++) {
			char c = path.charAt(i);
			// Most characters are above those that matter: one comparison for them.
			if (c <= '\\' && (c == '%' || c == ';' || c == '\\'
					|| (previous == '/' && (c == '/' || (c == '.' && isDots(path, i)))))) {
				return false;
			}
			previous = c;
		}
		return true;
	}

	private static boolean isDots(String path, int start) {
		int end = start + (path.startsWith("..", start) ? 2 : 1);
		return end == path.length() || path.charAt(end) == '/';
	}

	/**
	 * The path as {@code PathPattern} sees it: each segment without its parameters, then
	 * decoded; nothing is resolved.
	 */
	static String asPathPattern(String path, int start) {
		StringBuilder mapped = new StringBuilder(path.length() - start);
		for (String segment : path.substring(start).split("/", -1)) {
			int parameters = segment.indexOf(';');
			String text = decode((parameters < 0) ? segment : segment.substring(0, parameters));
			mapped.append(
					(text.isEmpty() && parameters >= 0) ? String.valueOf(NO_TEXT) : text.replace('/', ENCODED_SLASH));
			mapped.append('/');
		}
		mapped.setLength(mapped.length() - 1);
		return mapped.toString();
	}

	/**
	 * The path as servlet containers normalize it: without parameters, decoded,
	 * backslashes taken for slashes, empty and dot segments resolved. That is done to the
	 * whole path before the context path is taken off: {@code /context/a/../../context/b}
	 * is {@code /b}.
	 * @return the path, or {@code null} where it leads out of the context path
	 */
	static @Nullable String asContainer(String path, int start) {
		String whole = normalize(path, path.length());
		String context = normalize(path, start);
		if (context.equals("/")) {
			return whole;
		}
		boolean inside = whole.startsWith(context)
				&& (whole.length() == context.length() || whole.charAt(context.length()) == '/');
		return inside ? whole.substring(context.length()) : null;
	}

	/**
	 * The path as Spring's {@code AntPathMatcher} gets it, where an application still
	 * uses that: without parameters, decoded, slashes joined, dots left as they are.
	 * @param charset the charset of the escapes: the request's own where the application
	 * goes by it
	 */
	static String asAntPath(String path, int start, Charset charset) {
		String decoded = decode(withoutParameters(path, start, path.length()), charset);
		StringBuilder joined = new StringBuilder(decoded.length());
		for (int i = 0; i < decoded.length(); i++) {
			if (decoded.charAt(i) != '/' || i == 0 || decoded.charAt(i - 1) != '/') {
				joined.append(decoded.charAt(i));
			}
		}
		return joined.toString();
	}

	/**
	 * A reading without the slash at its end, or what counts as one: a segment that has
	 * parameters only, or an encoded slash. Static files, and libraries that map paths on
	 * their own, are found by it, too. The root keeps its slash.
	 * @return the reading itself, where it has none
	 */
	static String withoutSlash(String reading) {
		int end = reading.length();
		while (end > 1 && isSlash(reading.charAt(end - 1))) {
			end--;
		}
		return reading.substring(0, end);
	}

	/**
	 * A reading without the blanks and control characters at the start of its segments,
	 * and without the slashes among these. Spring leaves them out before it looks for a
	 * static file; from which segment on depends on how the files are mapped.
	 * @return the reading itself, where it has none
	 */
	static String withoutBlanks(String reading) {
		StringBuilder stripped = new StringBuilder(reading.length());
		int i = 0;
		while (i < reading.length()) {
			int end = i;
			boolean blanks = false;
			while (end < reading.length()
					&& (reading.charAt(end) == '/' || (end > i && isBlank(reading.charAt(end))))) {
				blanks |= isBlank(reading.charAt(end++));
			}
			end = Math.max(end, i + 1);
			stripped.append(reading, i, blanks ? i + 1 : end);
			i = end;
		}
		return stripped.toString();
	}

	private static boolean isBlank(char c) {
		return c <= ' ' || c == 0x7f;
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == NO_TEXT || c == ENCODED_SLASH;
	}

	private static String normalize(String path, int end) {
		return resolve(decode(withoutParameters(path, 0, end)).replace('\\', '/'));
	}

	private static String withoutParameters(String path, int start, int end) {
		StringBuilder stripped = new StringBuilder(end - start);
		boolean parameters = false;
		for (int i = start; i < end; i++) {
			char c = path.charAt(i);
			parameters = (c == ';') || (parameters && c != '/');
			if (!parameters) {
				stripped.append(c);
			}
		}
		return stripped.toString();
	}

	private static String resolve(String path) {
		List<String> segments = new ArrayList<>();
		String last = "";
		for (String segment : path.split("/", -1)) {
			last = segment;
			if (segment.equals("..")) {
				if (!segments.isEmpty()) {
					segments.remove(segments.size() - 1);
				}
			}
			else if (!segment.isEmpty() && !segment.equals(".")) {
				segments.add(segment);
			}
		}
		boolean directory = last.isEmpty() || last.equals(".") || last.equals("..");
		return "/" + String.join("/", segments) + ((directory && !segments.isEmpty()) ? "/" : "");
	}

	private static String decode(String text) {
		return decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Percent-decodes. What is no escape stays as it is: the server refuses such a path
	 * on its own.
	 */
	private static String decode(String text, Charset charset) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		StringBuilder decoded = new StringBuilder(text.length());
		byte[] octets = new byte[text.length() / 3];
		int i = 0;
		while (i < text.length()) {
			int count = 0;
			for (; isEscape(text, i); i += 3) {
				octets[count++] = (byte) HexFormat.fromHexDigits(text, i + 1, i + 3);
			}
			decoded.append(new String(octets, 0, count, charset));
			if (i < text.length()) {
				decoded.append(text.charAt(i++));
			}
		}
		return decoded.toString();
	}

	private static boolean isEscape(String text, int start) {
		return start + 2 < text.length() && text.charAt(start) == '%' && HexFormat.isHexDigit(text.charAt(start + 1))
				&& HexFormat.isHexDigit(text.charAt(start + 2));
	}

}
