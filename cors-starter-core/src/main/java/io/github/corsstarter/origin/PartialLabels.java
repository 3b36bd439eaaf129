package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.List;

/**
 * Wildcards for a part of the leftmost label, such as {@code https://app-*}. They are
 * grouped by how long the parts before and behind the {@code *} are: a label is cut up
 * once for each such shape, of which even a large policy has few, and looked up whole.
 */
final class PartialLabels {

	private final List<Shape> shapes = new ArrayList<>();

	private final OriginPartSet parts = new OriginPartSet();

	void add(String head, String labelEnd) {
		Shape shape = new Shape(head.length(), labelEnd.length());
		if (!this.shapes.contains(shape)) {
			this.shapes.add(shape);
		}
		this.parts.add(head + '*' + labelEnd);
	}

	/**
	 * Whether the origin's scheme and leftmost label, which ends at the dot, match.
	 */
	boolean matches(String origin, int dot) {
		if (this.shapes.isEmpty()) {
			return false;
		}
		int hostStart = origin.indexOf("://") + 3;
		for (int i = 0; i < this.shapes.size(); i++) {
			Shape shape = this.shapes.get(i);
			int starStart = shape.headLength();
			int starEnd = dot - shape.labelEndLength();
			// A shorter head belongs to a shorter scheme and would cut into the host.
			if (starStart >= hostStart && starStart < starEnd && isLabel(origin, hostStart, dot)
					&& this.parts.contains(origin, starStart, starEnd, dot)) {
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
