package io.github.corsstarter.scan.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * What came over the wire: status and headers. Nothing in a body matters to a browser's
 * checks, so that none is kept.
 *
 * @param status the status
 * @param headers the fields of each header, by names in lower case; values are hostile
 * text
 */
public record Answer(int status, Map<String, List<String>> headers) {

	/**
	 * Most characters of a value that are kept. No list of a policy is longer than 4,096;
	 * a server that sends more means to keep its readers busy.
	 */
	public static final int MAX_VALUE_LENGTH = 16384;

	/** Most fields of one name that are kept. */
	private static final int MAX_FIELDS = 32;

	/**
	 * Creates an answer.
	 */
	public Answer {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		headers.forEach((name, values) -> copy.merge(name.toLowerCase(Locale.ROOT), bounded(values), Answer::both));
		headers = Map.copyOf(copy);
	}

	private static List<String> bounded(List<String> values) {
		return values.stream()
			.limit(MAX_FIELDS)
			.map((value) -> (value.length() > MAX_VALUE_LENGTH) ? value.substring(0, MAX_VALUE_LENGTH) : value)
			.toList();
	}

	private static List<String> both(List<String> one, List<String> other) {
		List<String> both = new ArrayList<>(one);
		both.addAll(other);
		return List.copyOf(both);
	}

	/**
	 * Returns the fields of a header.
	 * @param name the name, in any case
	 * @return the values, one for each field; empty where there is none
	 */
	public List<String> values(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	/**
	 * Returns a header's value as Fetch gets it.
	 * @param name the name, in any case
	 * @return the values of all fields, joined by {@code ", "}, or {@code null} where
	 * there is none
	 * @see <a href="https://fetch.spec.whatwg.org/#concept-header-list-get">get a header
	 * list's value</a>
	 */
	public @Nullable String joined(String name) {
		List<String> values = values(name);
		return values.isEmpty() ? null : String.join(", ", values);
	}

	/**
	 * Returns the elements of a list.
	 * @param name the name of a header that holds one
	 * @return the elements of all fields without white space around them, none of them
	 * empty
	 */
	public List<String> elements(String name) {
		return values(name).stream()
			.flatMap((value) -> Arrays.stream(value.split(",", -1)))
			.map(String::strip)
			.filter((element) -> !element.isEmpty())
			.toList();
	}

	/**
	 * Whether there is a header of the CORS protocol.
	 * @return whether a name starts with {@code Access-Control-}
	 */
	public boolean hasCorsHeaders() {
		return this.headers.keySet().stream().anyMatch(HeaderNames::isAccessControl);
	}

	/**
	 * Whether the answer differs by a request header, as caches are told.
	 * @param name the name of the request header
	 * @return whether {@code Vary} holds it or {@code *}
	 */
	public boolean varies(String name) {
		return elements("Vary").stream().anyMatch((element) -> element.equals("*") || element.equalsIgnoreCase(name));
	}

}
