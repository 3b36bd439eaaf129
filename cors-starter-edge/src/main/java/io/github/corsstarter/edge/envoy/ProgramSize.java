package io.github.corsstarter.edge.envoy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Estimates how many instructions RE2 makes of expressions as they are written here,
 * rather too many than too few.
 */
final class ProgramSize {

	private ProgramSize() {
	}

	/**
	 * Returns the size of the largest program in a document.
	 * @param value a map, a list or a value
	 */
	static int largest(Object value) {
		if (value instanceof Map<?, ?> map) {
			int own = (map.get("regex") instanceof String regex) ? of(regex) : 0;
			return Math.max(own, largest(map.values()));
		}
		return (value instanceof Collection<?> values) ? values.stream().mapToInt(ProgramSize::largest).max().orElse(0)
				: 0;
	}

	/**
	 * Estimates the size of a program: every character is an instruction or less, but for
	 * counted repetitions, which are written out, and classes, of which a range is two.
	 */
	static int of(String regex) {
		int size = 0;
		int element = 1;
		for (int i = 0; i < regex.length(); i++) {
			char c = regex.charAt(i);
			int end = i;
			if (c == '[') {
				end = regex.indexOf(']', i + 1);
				element = Math.max(2, end - i);
			}
			else if (c == '\\' && regex.startsWith("x", i + 1)) {
				end = regex.startsWith("{", i + 2) ? regex.indexOf('}', i) : i + 3;
				element = 4;
			}
			else if (c == '{') {
				end = regex.indexOf('}', i);
				element *= copies(regex.substring(i + 1, end));
			}
			else {
				element = 1;
			}
			size += element;
			i = end;
		}
		return size;
	}

	/**
	 * Returns how often a repetition is written out beyond the first time.
	 * @param counts what stands in its braces
	 */
	private static int copies(String counts) {
		String[] parts = counts.split(",", -1);
		String most = parts[parts.length - 1];
		return most.isEmpty() ? Integer.parseInt(parts[0]) : Integer.parseInt(most) - 1;
	}

}
