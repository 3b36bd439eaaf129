package io.github.corsstarter.origin;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Wildcards for a part of the leftmost label, such as {@code https://app-*}. They are
 * grouped by how long the parts before and behind the {@code *} are: a label is cut up
 * once for each such shape, of which even a large policy has few, and looked up whole.
 */
final class PartialLabels {

	private final Set<Shape> shapes = new LinkedHashSet<>();

	private final Set<String> parts = new HashSet<>();

	void add(String head, String labelEnd) {
		this.shapes.add(new Shape(head.length(), labelEnd.length()));
		this.parts.add(head + '*' + labelEnd);
	}

	/**
	 * Whether the origin's scheme and leftmost label, which ends at the dot, match.
	 */
	boolean matches(String origin, int hostStart, int dot) {
		for (Shape shape : this.shapes) {
			int starStart = shape.headLength();
			int starEnd = dot - shape.labelEndLength();
			// A shorter head belongs to a shorter scheme and would cut into the host.
			if (starStart >= hostStart && starStart < starEnd && isLabel(origin, hostStart, dot)
					&& this.parts.contains(origin.substring(0, starStart) + '*' + origin.substring(starEnd, dot))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isLabel(String origin, int start, int end) {
		for (int i = start; i < end; i++) {
			if (!Hosts.isLabelChar(origin.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private record Shape(int headLength, int labelEndLength) {
	}

}
