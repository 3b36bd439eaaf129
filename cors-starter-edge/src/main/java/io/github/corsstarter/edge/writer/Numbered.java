package io.github.corsstarter.edge.writer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Gives each different value a number, from 1 on: what policies have in common is written
 * once.
 *
 * @param <T> the values
 */
public final class Numbered<T> {

	private final Map<T, Integer> numbers = new LinkedHashMap<>();

	public int of(T value) {
		return this.numbers.computeIfAbsent(value, (added) -> this.numbers.size() + 1);
	}

	public void forEach(BiConsumer<T, Integer> action) {
		this.numbers.forEach(action);
	}

}
