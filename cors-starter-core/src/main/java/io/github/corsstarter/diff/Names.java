package io.github.corsstarter.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A list of methods or header names.
 */
final class Names {

	static final Names NONE = new Names(List.of(), "", "");

	private static final String ANY = "*";

	private final Set<String> names;

	private final boolean any;

	private final String usual;

	private final String unusual;

	/**
	 * Creates a list.
	 * @param names the names, or only {@code *}
	 * @param usual the example of a name that both lists have, where both have all
	 * @param unusual how an example starts of a name that another list has not
	 */
	Names(List<String> names, String usual, String unusual) {
		this.names = new LinkedHashSet<>(names);
		this.any = names.contains(ANY);
		this.usual = usual;
		this.unusual = unusual;
	}

	/**
	 * Returns the names that another list has not, each with one to show it by.
	 */
	Map<String, String> notIn(Names other) {
		Map<String, String> gained = new LinkedHashMap<>();
		if (other.any) {
			return gained;
		}
		if (this.any) {
			String example = this.unusual;
			while (other.names.contains(example)) {
				example += "X";
			}
			gained.put(ANY, example);
			return gained;
		}
		this.names.stream().filter((name) -> !other.names.contains(name)).forEach((name) -> gained.put(name, name));
		return gained;
	}

	/**
	 * Returns a name that both lists have, or {@code null}.
	 */
	@Nullable String common(Names other) {
		if (other.any) {
			return example();
		}
		if (this.any) {
			return other.names.stream().findFirst().orElse(null);
		}
		return this.names.stream().filter(other.names::contains).findFirst().orElse(null);
	}

	String example() {
		return this.any ? this.usual : this.names.iterator().next();
	}

}
