package io.github.corsstarter.scan.evidence;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Header values that are lists, compared as browsers do: by their elements.
 */
public final class Lists {

	/** Most elements that are looked at one by one. */
	public static final int MAX_ELEMENTS = 256;

	private Lists() {
	}

	private static Set<String> elements(@Nullable String value) {
		return Arrays.stream(((value != null) ? value : "").split(",", -1))
			.map(String::strip)
			.filter((element) -> !element.isEmpty())
			.map((element) -> element.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	/**
	 * Whether two values hold the same elements, in any order and in any case; none and
	 * an empty one are the same.
	 */
	public static boolean equal(@Nullable String one, @Nullable String other) {
		return elements(one).equals(elements(other));
	}

	/**
	 * Whether an element is there twice, so that the list was written twice.
	 */
	public static boolean hasRepeated(List<String> elements) {
		return new HashSet<>(elements).size() < elements.size();
	}

	public static List<String> lowerCase(List<String> elements) {
		return elements.stream().map((element) -> element.toLowerCase(Locale.ROOT)).toList();
	}

}
