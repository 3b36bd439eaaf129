package io.github.corsstarter.path;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Values by segments of one kind: literals, or globs.
 *
 * @param <T> what a segment leads to
 */
final class SegmentTable<T> {

	private final Map<String, T> values = new HashMap<>();

	/** Made when somebody asks for it: thousands of plain literals need none. */
	private @Nullable AffixIndex<T> index;

	T computeIfAbsent(String segment, Supplier<T> supplier) {
		T value = this.values.get(segment);
		if (value == null) {
			value = supplier.get();
			this.values.put(segment, value);
			if (this.index != null) {
				this.index.add(segment, value);
			}
		}
		return value;
	}

	@Nullable T get(String segment) {
		return this.values.get(segment);
	}

	void forEach(Consumer<T> consumer) {
		this.values.values().forEach(consumer);
	}

	/**
	 * Finds the segments that start and end in agreement with another one.
	 * @param segment the other segment
	 * @param lengths which segments may agree
	 */
	void agreeing(String segment, AffixIndex.Lengths lengths, Consumer<T> consumer) {
		if (!this.values.isEmpty()) {
			index().agreeing(Affixes.of(segment), lengths, consumer);
		}
	}

	private AffixIndex<T> index() {
		if (this.index == null) {
			AffixIndex<T> index = new AffixIndex<>();
			this.values.forEach(index::add);
			this.index = index;
		}
		return this.index;
	}

}
