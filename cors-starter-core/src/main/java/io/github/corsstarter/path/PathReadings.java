package io.github.corsstarter.path;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The two ways in which the path of a request is read before a handler runs. A path is
 * plain where they are the same.
 */
final class PathReadings {

	/**
	 * Stands for a slash that was written {@code %2F}: it belongs to its segment and is
	 * equal to no character of a pattern.
	 */
	private static final char ENCODED_SLASH = '\uFFFE';

	/**
	 * Stands for a segment of parameters only, which is there but has no text.
	 */
	private static final char NO_TEXT = '\uFFFF';

	private PathReadings() {
	}

	static boolean isPlain(String path, int start) {
		int end = path.length();
		for (int i = start; i < end; i++) {
			switch (path.charAt(i)) {
				case '%', ';', '\\' -> {
					return false;
				}
				case '/' -> {
					if (startsOddSegment(path, i + 1, end)) {
						return false;
					}
				}
				default -> {
				}
			}
		}
		return true;
	}

	private static boolean startsOddSegment(String path, int start, int end) {
		if (start == end) {
			return false;
		}
		if (path.charAt(start) == '/') {
			return true;
		}
		int dots = start;
		while (dots < end && dots < start + 2 && path.charAt(dots) == '.') {
			dots++;
		}
		return dots > start && (dots == end || path.charAt(dots) == '/');
	}

	/**
	 * The path as request mapping sees it: each segment without its parameters, then
	 * decoded; nothing is resolved.
	 */
	static String asMapped(String path, int start) {
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
	 * The path as servlet containers normalise it: without parameters, decoded,
	 * backslashes taken for slashes, empty and dot segments resolved.
	 */
	static String asNormalised(String path, int start) {
		StringBuilder stripped = new StringBuilder(path.length() - start);
		boolean parameters = false;
		for (int i = start; i < path.length(); i++) {
			char c = path.charAt(i);
			parameters = (c == ';') || (parameters && c != '/');
			if (!parameters) {
				stripped.append(c);
			}
		}
		return resolve(decode(stripped.toString()).replace('\\', '/'));
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

	/**
	 * Percent-decodes as UTF-8. What is no escape stays as it is: the server refuses such
	 * a path on its own.
	 */
	private static String decode(String text) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		for (int i = 0; i < text.length(); i++) {
			int octet = (text.charAt(i) == '%') ? octet(text, i + 1) : -1;
			if (octet >= 0) {
				bytes.write(octet);
				i += 2;
			}
			else {
				bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static int octet(String text, int start) {
		if (start + 2 > text.length()) {
			return -1;
		}
		int high = Character.digit(text.charAt(start), 16);
		int low = Character.digit(text.charAt(start + 1), 16);
		return (high < 0 || low < 0) ? -1 : high * 16 + low;
	}

}
