package io.github.corsstarter.sample.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment.
 *
 * @param result as the lab's page has it
 */
record Outcome(Map<?, ?> result) {

	static Outcome of(Object result) {
		return new Outcome((Map<?, ?>) result);
	}

	boolean readable() {
		return Boolean.TRUE.equals(at("sent", "readable"));
	}

	int status() {
		return number("sent", "status");
	}

	int preflights() {
		return number("arrived", "preflights");
	}

	int requests() {
		return number("arrived", "requests");
	}

	int withCookies() {
		return number("arrived", "withCookies");
	}

	int preflightsWithCookies() {
		List<?> exchanges = (List<?>) Objects.requireNonNull(at("arrived", "exchanges"));
		return (int) exchanges.stream()
			.map((exchange) -> (Map<?, ?>) exchange)
			.filter((exchange) -> Boolean.TRUE.equals(exchange.get("preflight")))
			.filter((exchange) -> Boolean.TRUE.equals(exchange.get("cookies")))
			.count();
	}

	/**
	 * Returns the headers that the page could read, names in lower case.
	 */
	Map<String, String> headers() {
		List<?> fields = (List<?>) Objects.requireNonNull(at("sent", "headers"));
		return fields.stream()
			.map((field) -> (List<?>) field)
			.collect(Collectors.toMap((field) -> (String) field.get(0), (field) -> (String) field.get(1)));
	}

	/**
	 * Whether the dry run says that the page gets to see the response.
	 */
	boolean foretoldReadable() {
		return switch (String.valueOf(at("explanation", "browser"))) {
			case "accepts" -> true;
			case "blocks" -> false;
			default -> throw new IllegalStateException("No dry run: " + this.result);
		};
	}

	boolean foretoldPreflight() {
		return (Boolean) Objects.requireNonNull(at("explanation", "preflight", "required"));
	}

	private int number(String... keys) {
		return ((Number) Objects.requireNonNull(at(keys), () -> "No number in " + this.result)).intValue();
	}

	private @Nullable Object at(String... keys) {
		Object value = this.result;
		for (String key : keys) {
			value = (value instanceof Map<?, ?> map) ? map.get(key) : null;
		}
		return value;
	}

}
