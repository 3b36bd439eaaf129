package io.github.corsstarter.edge.regex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The characters that {@link String#equalsIgnoreCase} takes for the same, which is how
 * paths are compared without case: the long s is an s, the Kelvin sign a k. No flag of a
 * regular expression means just these.
 */
final class CaseVariants {

	/** Only those that are more than one. */
	private static final Map<Integer, List<Integer>> VARIANTS = variants();

	private CaseVariants() {
	}

	/**
	 * Returns the variants of a character.
	 * @return the characters in their order, the given one among them
	 */
	static List<Integer> of(int character) {
		return VARIANTS.getOrDefault(fold(character), List.of(character));
	}

	private static Map<Integer, List<Integer>> variants() {
		Map<Integer, List<Integer>> variants = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.filter((character) -> Character.toLowerCase(character) != character
					|| Character.toUpperCase(character) != character)
			.boxed()
			.collect(Collectors.groupingBy(CaseVariants::fold, HashMap::new, Collectors.toList()));
		variants.values().removeIf((characters) -> characters.size() < 2);
		return variants;
	}

	private static int fold(int character) {
		return Character.toLowerCase(Character.toUpperCase(character));
	}

}
