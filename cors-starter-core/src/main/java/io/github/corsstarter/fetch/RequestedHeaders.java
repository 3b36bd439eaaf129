package io.github.corsstarter.fetch;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Access-Control-Request-Headers} in place. A browser sends one sorted,
 * lower-case, comma-separated field; proxies may split it, reorder it and add white space
 * and empty elements, so all of that is taken, in linear time and without memory for it.
 * A scanner that works per comma was a denial-of-service hole of rs/cors
 * (GHSA-mh55-gqvf-xfwm): hence the bounds.
 */
public final class RequestedHeaders {

	/**
	 * Most characters of requested header names that are read, over all fields. Servers
	 * take heads of 8 KB and more; a page with half of that in names does not exist.
	 */
	public static final int MAX_CHARACTERS = 4096;

	/**
	 * Most different names that are read, over all fields.
	 */
	public static final int MAX_NAMES = 128;

	private RequestedHeaders() {
	}

	/**
	 * What a look at the requested names found.
	 */
	public enum Verdict {

		/** Every name is in the set. */
		ALLOWED,

		/** A name is not in the set. */
		NOT_ALLOWED,

		/** More characters than are read. */
		MALFORMED,

		/** More names than are read, unless some are repeated. */
		CROWDED

	}

	/**
	 * Holds the requested names against the allowed ones.
	 * @param fields the field values
	 * @param allowed the allowed names
	 * @return what was found; {@link Verdict#MALFORMED} and {@link Verdict#CROWDED} go
	 * before {@link Verdict#NOT_ALLOWED}
	 */
	public static Verdict check(Enumeration<String> fields, HeaderNameSet allowed) {
		Verdict verdict = Verdict.ALLOWED;
		int characters = 0;
		int names = 0;
		while (fields.hasMoreElements()) {
			String field = fields.nextElement();
			characters += field.length();
			if (characters > MAX_CHARACTERS) {
				return Verdict.MALFORMED;
			}
			for (long name = next(field, 0); name >= 0; name = next(field, end(name))) {
				names++;
				if (verdict == Verdict.ALLOWED && !allowed.contains(field, start(name), end(name))) {
					verdict = Verdict.NOT_ALLOWED;
				}
			}
		}
		return (names > MAX_NAMES) ? Verdict.CROWDED : verdict;
	}

	/**
	 * Finds the name that is not allowed.
	 * @param fields the field values
	 * @param allowed the allowed names
	 * @return the first name that is not in the set, in lower case, or {@code null}
	 */
	public static @Nullable String firstNotAllowed(Enumeration<String> fields, HeaderNameSet allowed) {
		while (fields.hasMoreElements()) {
			String field = fields.nextElement();
			for (long name = next(field, 0); name >= 0; name = next(field, end(name))) {
				if (!allowed.contains(field, start(name), end(name))) {
					return field.substring(start(name), end(name)).toLowerCase(Locale.ROOT);
				}
			}
		}
		return null;
	}

	/**
	 * Lists the requested names, each once and in lower case, for an echo that is made of
	 * parsed tokens and never of the raw value.
	 * @param fields the field values, already found not to be {@link Verdict#MALFORMED}
	 * @return the names in the order of the request
	 */
	public static List<String> names(Enumeration<String> fields) {
		Set<String> names = new LinkedHashSet<>();
		while (fields.hasMoreElements()) {
			String field = fields.nextElement();
			for (long name = next(field, 0); name >= 0; name = next(field, end(name))) {
				names.add(field.substring(start(name), end(name)).toLowerCase(Locale.ROOT));
			}
		}
		return new ArrayList<>(names);
	}

	/**
	 * Whether there are more different names than are read. Stops at the first one too
	 * many, so that what is kept does not grow with what was sent.
	 * @param fields the field values, already found {@link Verdict#CROWDED}
	 * @return {@code false} where there are few names that are repeated
	 */
	public static boolean isOverfull(Enumeration<String> fields) {
		Set<String> names = new HashSet<>();
		while (fields.hasMoreElements()) {
			String field = fields.nextElement();
			for (long name = next(field, 0); name >= 0; name = next(field, end(name))) {
				names.add(field.substring(start(name), end(name)).toLowerCase(Locale.ROOT));
				if (names.size() > MAX_NAMES) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Finds the next element that is not empty.
	 * @return its start and end in one number, so that nothing is allocated, or -1
	 */
	private static long next(String field, int from) {
		int start = from;
		while (start < field.length() && (field.charAt(start) == ',' || isWhitespace(field.charAt(start)))) {
			start++;
		}
		if (start == field.length()) {
			return -1;
		}
		int comma = field.indexOf(',', start);
		int end = (comma < 0) ? field.length() : comma;
		while (isWhitespace(field.charAt(end - 1))) {
			end--;
		}
		return ((long) start << 32) | end;
	}

	private static int start(long name) {
		return (int) (name >>> 32);
	}

	private static int end(long name) {
		return (int) name;
	}

	// OWS of RFC 9110, section 5.6.3.
	private static boolean isWhitespace(char c) {
		return c == ' ' || c == '\t';
	}

}
