package io.github.corsstarter.autoconfigure.properties;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The keys of a section of {@code cors}, taken from the record that they are bound to.
 */
final class KnownProperties {

	static final KnownProperties TOP = new KnownProperties(CorsProperties.class);

	static final KnownProperties REFUSALS = new KnownProperties(CorsProperties.Refusals.class);

	static final KnownProperties LAB = new KnownProperties(CorsProperties.Lab.class);

	static final KnownProperties POLICY = new KnownProperties(CorsProperties.Policy.class);

	static final KnownProperties DEFAULTS = new KnownProperties(CorsProperties.Policy.class, "paths", "mode");

	/** What stands below {@code cors} in sections of its own, but for the policies. */
	static final Map<String, KnownProperties> SECTIONS = Map.of("defaults", DEFAULTS, "refusals", REFUSALS, "lab", LAB);

	// By the form in which Boot compares them: without dashes, in lower case.
	private final Map<String, Key> keys = new LinkedHashMap<>();

	private KnownProperties(Class<? extends Record> type, String... without) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = DataObjectPropertyName.toDashedForm(component.getName());
			this.keys.put(Codes.uniform(name), new Key(name, Shape.of(component.getType())));
		}
		this.keys.keySet().removeAll(Set.of(without));
	}

	@Nullable Key find(String written) {
		return this.keys.get(Codes.uniform(written));
	}

	Collection<String> names() {
		return this.keys.values().stream().map(Key::name).toList();
	}

	/**
	 * Returns the key that the author of an unknown one most likely meant.
	 * @return a key, or {@code null} where none is near
	 */
	@Nullable String nearest(String written) {
		String uniform = Codes.uniform(written);
		if (uniform.endsWith("patterns") && this.keys.containsKey("allowedorigins")) {
			return "allowed-origins";
		}
		String nearest = null;
		int least = Math.max(2, uniform.length() / 3) + 1;
		for (Map.Entry<String, Key> key : this.keys.entrySet()) {
			int distance = distance(uniform, key.getKey());
			if (distance < least) {
				least = distance;
				nearest = key.getValue().name();
			}
		}
		return (nearest != null) ? nearest : containing(uniform);
	}

	private @Nullable String containing(String uniform) {
		return this.keys.entrySet()
			.stream()
			.filter((key) -> uniform.length() > 3 && key.getKey().contains(uniform))
			.map((key) -> key.getValue().name())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the edit distance: how many characters must be put in, taken out or
	 * replaced to make one text of the other.
	 */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[to.length()];
	}

	/**
	 * A key.
	 *
	 * @param name its name in kebab case
	 * @param shape what its value looks like
	 */
	record Key(String name, Shape shape) {
	}

	/**
	 * What a value looks like.
	 */
	enum Shape {

		/** One value. */
		SCALAR,

		/** A list of values. */
		LIST,

		/** Keys of its own. */
		SECTION;

		static Shape of(Class<?> type) {
			if (List.class.isAssignableFrom(type)) {
				return LIST;
			}
			return (Record.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) ? SECTION : SCALAR;
		}

	}

}
