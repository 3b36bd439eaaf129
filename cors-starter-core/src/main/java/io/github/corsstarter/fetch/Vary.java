package io.github.corsstarter.fetch;

import java.util.Enumeration;

/**
 * Merges header names into a response's {@code Vary}: nothing that is there is lost, and
 * no name appears twice.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-vary">RFC 9110, section
 * 12.5.5</a>
 */
public final class Vary {

	private Vary() {
	}

	/**
	 * Merges names into the value.
	 * @param fields the values of the fields that are there
	 * @param names the names to add, separated by commas
	 * @return one value with all names
	 */
	public static String merge(Enumeration<String> fields, String names) {
		if (!fields.hasMoreElements()) {
			return names;
		}
		String merged = fields.nextElement();
		while (fields.hasMoreElements()) {
			merged = append(merged, fields.nextElement());
		}
		return append(merged, names);
	}

	/**
	 * Merges names into a value.
	 * @param value the value that is there
	 * @param names the names to add, separated by commas
	 * @return one value with all names; the value itself where it has them
	 */
	public static String append(String value, String names) {
		String merged = value;
		int start = 0;
		while (start <= names.length()) {
			int comma = names.indexOf(',', start);
			int end = (comma < 0) ? names.length() : comma;
			String name = names.substring(start, end).strip();
			if (!name.isEmpty() && !contains(merged, name)) {
				merged = merged.isBlank() ? name : merged + ", " + name;
			}
			start = end + 1;
		}
		return merged;
	}

	private static boolean contains(String value, String name) {
		int start = 0;
		while (start <= value.length()) {
			int comma = value.indexOf(',', start);
			int end = (comma < 0) ? value.length() : comma;
			if (value.substring(start, end).strip().equalsIgnoreCase(name)) {
				return true;
			}
			start = end + 1;
		}
		return false;
	}

}
