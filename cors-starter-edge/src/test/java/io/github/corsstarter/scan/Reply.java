package io.github.corsstarter.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A response of a server of the tests.
 */
final class Reply {

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private int status;

	Reply(int status) {
		this.status = status;
	}

	int status() {
		return this.status;
	}

	Map<String, List<String>> headers() {
		return this.headers;
	}

	boolean has(String name) {
		return this.headers.containsKey(name);
	}

	@Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? values.get(0) : null;
	}

	Reply status(int status) {
		this.status = status;
		return this;
	}

	Reply set(String name, String value) {
		this.headers.put(name, new ArrayList<>(List.of(value)));
		return this;
	}

	Reply add(String name, String value) {
		this.headers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		return this;
	}

	/**
	 * Writes every header of the CORS protocol once more.
	 */
	Reply doubleCorsHeaders() {
		this.headers.forEach((name, values) -> {
			if (name.startsWith("Access-Control-")) {
				values.addAll(List.copyOf(values));
			}
		});
		return this;
	}

	Reply remove(String name) {
		this.headers.remove(name);
		return this;
	}

	Reply removeCorsHeaders() {
		this.headers.keySet().removeIf((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
		return this;
	}

	Reply copy() {
		Reply copy = new Reply(this.status);
		this.headers.forEach((name, values) -> copy.headers.put(name, new ArrayList<>(values)));
		return copy;
	}

}
