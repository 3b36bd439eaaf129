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

	static final int NONE = Integer.MAX_VALUE;

	private final Map<String, PathNode> children = new LinkedHashMap<>();

	private final Map<PathSegment, PathNode> globs = new LinkedHashMap<>();

	private @Nullable PathNode variable;

	private @Nullable PathNode wildcard;

	private String[] names = new String[0];

	private PathNode[] nodes = new PathNode[0];

	private PathSegment[] globSegments = new PathSegment[0];

	private PathNode[] globNodes = new PathNode[0];

	private int endRank = NONE;

	private int catchAllRank = NONE;

	private int lowestRank = NONE;

	void add(PathExpression path, int rank, boolean caseSensitive) {
		PathNode node = this;
		node.lowestRank = Math.min(node.lowestRank, rank);
		for (PathSegment segment : path.segments()) {
			node = node.child(segment, caseSensitive);
			node.lowestRank = Math.min(node.lowestRank, rank);
		}
		if (path.isCatchAll()) {
			node.catchAllRank = Math.min(node.catchAllRank, rank);
		}
		else {
			node.endRank = Math.min(node.endRank, rank);
		}
	}

	private PathNode child(PathSegment segment, boolean caseSensitive) {
		return switch (segment.kind()) {
			case LITERAL -> this.children.computeIfAbsent(caseSensitive ? segment.text() : fold(segment.text()),
					(text) -> new PathNode());
			case GLOB -> this.globs.computeIfAbsent(segment, (glob) -> new PathNode());
			case VARIABLE -> variable();
			case WILDCARD -> wildcard();
		};
	}

	private PathNode variable() {
		if (this.variable == null) {
			this.variable = new PathNode();
		}
		return this.variable;
	}

	private PathNode wildcard() {
		if (this.wildcard == null) {
			this.wildcard = new PathNode();
		}
		return this.wildcard;
	}

	/**
	 * Makes the tables that requests are looked up in.
	 */
	void freeze() {
		// At most a quarter full: probes stay short whatever is asked for.
		int size = this.children.isEmpty() ? 0 : Integer.highestOneBit(this.children.size()) * 8;
		this.names = new String[size];
		this.nodes = new PathNode[size];
		this.children.forEach((name, node) -> {
			int slot = hash(name, 0, name.length(), true) & (size - 1);
			while (this.names[slot] != null) {
				slot = (slot + 1) & (size - 1);
			}
			this.names[slot] = name;
			this.nodes[slot] = node;
		});
		this.globSegments = this.globs.keySet().toArray(new PathSegment[0]);
		this.globNodes = this.globs.values().toArray(new PathNode[0]);
		List<PathNode> all = new ArrayList<>(this.children.values());
		all.addAll(this.globs.values());
		if (this.variable != null) {
			all.add(this.variable);
		}
		if (this.wildcard != null) {
			all.add(this.wildcard);
		}
		all.forEach(PathNode::freeze);
	}

	/**
	 * Finds the lowest rank of the expressions that match from here on.
	 * @param from where the rest of the path starts: at a slash, or at its end
	 * @param best the lowest rank found so far
	 */
	int walk(String path, int from, int best, boolean caseSensitive) {
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
		int slash = path.indexOf('/', start);
		int end = (slash < 0) ? path.length() : slash;
		PathNode literal = literal(path, start, end, caseSensitive);
		if (literal != null) {
			lowest = literal.walk(path, end, lowest, caseSensitive);
		}
		if (hasNoText(path, start, end)) {
			// As in PathPattern, /a/* matches /a/ but /a/*/b does not match /a//b.
			boolean last = end == path.length();
			return (last && this.wildcard != null) ? Math.min(lowest, this.wildcard.endRank) : lowest;
		}
		return walkOpen(path, start, end, lowest, caseSensitive);
	}

	private int walkOpen(String path, int start, int end, int best, boolean caseSensitive) {
		int lowest = best;
		for (int i = 0; i < this.globSegments.length; i++) {
			if (this.globSegments[i].matchesGlob(path, start, end, caseSensitive)) {
				lowest = this.globNodes[i].walk(path, end, lowest, caseSensitive);
			}
		}
		if (this.variable != null) {
			lowest = this.variable.walk(path, end, lowest, caseSensitive);
		}
		if (this.wildcard != null) {
			lowest = this.wildcard.walk(path, end, lowest, caseSensitive);
		}
		return lowest;
	}

	private static boolean hasNoText(String path, int start, int end) {
		return start == end || (end - start == 1 && path.charAt(start) == PathReadings.NO_TEXT);
	}

	private @Nullable PathNode literal(String path, int start, int end, boolean caseSensitive) {
		if (this.names.length == 0) {
			return null;
		}
		int slot = hash(path, start, end, caseSensitive) & (this.names.length - 1);
		while (this.names[slot] != null) {
			if (isSame(this.names[slot], path, start, end, caseSensitive)) {
				return this.nodes[slot];
			}
			slot = (slot + 1) & (this.names.length - 1);
		}
		return null;
	}

	private static boolean isSame(String name, String path, int start, int end, boolean caseSensitive) {
		if (name.length() != end - start) {
			return false;
		}
		if (caseSensitive) {
			return path.startsWith(name, start);
		}
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) != Character.toLowerCase(path.charAt(start + i))) {
				return false;
			}
		}
		return true;
	}

	private static int hash(String text, int start, int end, boolean caseSensitive) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + (caseSensitive ? text.charAt(i) : Character.toLowerCase(text.charAt(i)));
		}
		return hash ^ (hash >>> 15);
	}

	private static String fold(String text) {
		StringBuilder folded = new StringBuilder(text);
		for (int i = 0; i < folded.length(); i++) {
			folded.setCharAt(i, Character.toLowerCase(folded.charAt(i)));
		}
		return folded.toString();
	}

}
