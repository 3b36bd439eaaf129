package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of segments, and the steps that lead on from it.
 */
final class PathNode {

	/** No expression's rank. */
	static final int NONE = Integer.MAX_VALUE;

	/** Stands for the rank of a path whose readings differ. */
	static final int ODD = -1;

	/** How long the literal is that leads here; 0 where something else does. */
	private final int nameLength;

	private final Map<String, PathNode> children = new LinkedHashMap<>();

	private final Map<PathSegment, PathNode> globs = new LinkedHashMap<>();

	private @Nullable PathNode variable;

	private @Nullable PathNode wildcard;

	private LiteralTable literals = new LiteralTable(Map.of());

	private PathSegment[] globSegments = new PathSegment[0];

	private PathNode[] globNodes = new PathNode[0];

	/** Whether anything but a literal leads on from here. */
	private boolean open;

	private int endRank = NONE;

	private int catchAllRank = NONE;

	private int lowestRank = NONE;

	private PathNode(int nameLength) {
		this.nameLength = nameLength;
	}

	/**
	 * Makes a tree.
	 * @param paths the expressions, in the order of their ranks
	 */
	static PathNode of(List<PathExpression> paths) {
		PathNode root = new PathNode(0);
		for (int rank = 0; rank < paths.size(); rank++) {
			root.add(paths.get(rank), rank);
		}
		root.freeze();
		return root;
	}

	private void add(PathExpression path, int rank) {
		PathNode node = this;
		node.lowestRank = Math.min(node.lowestRank, rank);
		for (PathSegment segment : path.segments()) {
			node = node.child(segment);
			node.lowestRank = Math.min(node.lowestRank, rank);
		}
		if (path.isCatchAll()) {
			node.catchAllRank = Math.min(node.catchAllRank, rank);
		}
		else {
			node.endRank = Math.min(node.endRank, rank);
		}
	}

	private PathNode child(PathSegment segment) {
		return switch (segment.kind()) {
			case LITERAL -> this.children.computeIfAbsent(segment.text(), (text) -> new PathNode(text.length()));
			case GLOB -> this.globs.computeIfAbsent(segment, (glob) -> new PathNode(0));
			case VARIABLE -> variable();
			case WILDCARD -> wildcard();
		};
	}

	private PathNode variable() {
		if (this.variable == null) {
			this.variable = new PathNode(0);
		}
		return this.variable;
	}

	private PathNode wildcard() {
		if (this.wildcard == null) {
			this.wildcard = new PathNode(0);
		}
		return this.wildcard;
	}

	/**
	 * Makes the tables that requests are looked up in.
	 */
	private void freeze() {
		this.literals = new LiteralTable(this.children);
		this.globSegments = this.globs.keySet().toArray(new PathSegment[0]);
		this.globNodes = this.globs.values().toArray(new PathNode[0]);
		this.open = this.variable != null || this.wildcard != null || !this.globs.isEmpty();
		List<PathNode> all = new ArrayList<>(this.children.values());
		all.addAll(this.globs.values());
		if (this.variable != null) {
			all.add(this.variable);
		}
		if (this.wildcard != null) {
			all.add(this.wildcard);
		}
		for (PathNode node : all) {
			node.freeze();
		}
	}

	/**
	 * Finds the lowest rank of the expressions that match every reading of a path. As
	 * long as only a literal can lead on, no step is ever taken back. What literals match
	 * is plain, so that only the rest of the path can be read in other ways; and where
	 * the rest leads to nothing better, it need not be plain.
	 * @param from where the path starts: at a slash, or at its end
	 * @return the rank, or {@link #ODD} for a path whose readings may differ in it
	 */
	int walkPlain(String path, int from) {
		PathNode node = this;
		int slash = from;
		int lowest = this.catchAllRank;
		while (node.leadsOneWay(path, slash, lowest)) {
			PathNode next = node.literals.find(path, slash + 1);
			if (next == null) {
				return (PathReadings.keepSegment(path, slash) || PathReadings.isPlain(path, slash)) ? lowest : ODD;
			}
			node = next;
			slash += 1 + next.nameLength;
			lowest = Math.min(lowest, node.catchAllRank);
		}
		if (node.lowestRank >= lowest && PathReadings.stayBelow(path, slash)) {
			return lowest;
		}
		return PathReadings.isPlain(path, slash) ? node.walk(path, path, slash, lowest) : ODD;
	}

	private boolean leadsOneWay(String path, int slash, int lowest) {
		int start = slash + 1;
		return !this.open && this.lowestRank < lowest && start < path.length() && path.charAt(start) != '/';
	}

	/**
	 * Finds the lowest rank of the expressions that match from here on.
	 * @param inGlobs the path as segments with wildcards see it, of the same length
	 * @param from where the rest of the path starts: at a slash, or at its end
	 * @param best the lowest rank found so far
	 */
	int walk(String path, String inGlobs, int from, int best) {
		if (this.lowestRank >= best) {
			return best;
		}
		int lowest = Math.min(best, this.catchAllRank);
		if (from == path.length()) {
			return Math.min(lowest, this.endRank);
		}
		if (this.lowestRank >= lowest) {
			return lowest;
		}
		int start = from + 1;
		PathNode literal = this.literals.find(path, start);
		if (literal != null) {
			lowest = literal.walk(path, inGlobs, start + literal.nameLength, lowest);
		}
		return this.open ? walkOpen(path, inGlobs, start, segmentEnd(path, start), lowest) : lowest;
	}

	private int walkOpen(String path, String inGlobs, int start, int end, int best) {
		int lowest = best;
		if (hasNoText(path, start, end)) {
			// As in PathPattern, /a/* matches /a/ but /a/*/b does not match /a//b.
			boolean last = end == path.length();
			return (last && this.wildcard != null) ? Math.min(lowest, this.wildcard.endRank) : lowest;
		}
		for (int i = 0; i < this.globSegments.length; i++) {
			if (this.globSegments[i].matchesGlob(inGlobs, start, end)) {
				lowest = this.globNodes[i].walk(path, inGlobs, end, lowest);
			}
		}
		if (this.variable != null) {
			lowest = this.variable.walk(path, inGlobs, end, lowest);
		}
		if (this.wildcard != null) {
			lowest = this.wildcard.walk(path, inGlobs, end, lowest);
		}
		return lowest;
	}

	private static boolean hasNoText(String path, int start, int end) {
		return start == end || (end - start == 1 && path.charAt(start) == PathReadings.NO_TEXT);
	}

	private static int segmentEnd(String path, int start) {
		int slash = path.indexOf('/', start);
		return (slash < 0) ? path.length() : slash;
	}

}
