package io.github.corsstarter.scan.report;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * The line of a file that a finding names, read out of the text that names it.
 *
 * @param file the file's path
 * @param line the line, from 1
 * @param column the column, from 1, or 0 where it is not told
 */
record SourcePlace(String file, int line, int column) {

	/**
	 * Reads a place.
	 * @param source a text such as {@code class path resource [application.yml] - 9:7} or
	 * {@code application.yml:9:7}
	 * @return the place, or {@code null} where the text tells no line of a file
	 */
	static @Nullable SourcePlace of(@Nullable String source) {
		if (source == null) {
			return null;
		}
		int dash = source.lastIndexOf(" - ");
		int open = source.indexOf('[');
		int close = source.indexOf(']', Math.max(open, 0));
		if (dash > 0 && open >= 0 && close > open && close < dash) {
			return numbered(source.substring(open + 1, close), source.substring(dash + 3));
		}
		int last = source.lastIndexOf(':');
		if (last <= 0) {
			return null;
		}
		int previous = source.lastIndexOf(':', last - 1);
		SourcePlace place = (previous > 0) ? numbered(source.substring(0, previous), source.substring(previous + 1))
				: null;
		return (place != null) ? place : numbered(source.substring(0, last), source.substring(last + 1));
	}

	private static @Nullable SourcePlace numbered(String file, String numbers) {
		int colon = numbers.indexOf(':');
		int line = number((colon < 0) ? numbers : numbers.substring(0, colon));
		int column = (colon < 0) ? 0 : number(numbers.substring(colon + 1));
		return (line < 1 || (colon >= 0 && column < 1)) ? null : new SourcePlace(file, line, column);
	}

	private static int number(String text) {
		boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
		return digits ? Integer.parseInt(text) : -1;
	}

	/**
	 * Returns the file as a URI reference.
	 * @return an absolute one for an absolute path, and else a relative one
	 */
	String uri() {
		String path = this.file.replace('\\', '/');
		boolean drive = path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/';
		try {
			return (path.startsWith("/") || drive) ? new URI("file", "", drive ? "/" + path : path, null).toString()
					: new URI(null, null, path, null).toString();
		}
		catch (URISyntaxException ex) {
			return "application.yml";
		}
	}

	/**
	 * Returns a short form.
	 * @return the file's name and the line
	 */
	String brief() {
		String path = this.file.replace('\\', '/');
		return path.substring(path.lastIndexOf('/') + 1) + ":" + this.line;
	}

}
