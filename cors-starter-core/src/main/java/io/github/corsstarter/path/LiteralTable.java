package io.github.corsstarter.path;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The literals that lead on from one place. They are looked up by a stretch of the path,
 * without a copy of the segment, which a {@link java.util.HashMap} would need.
 */
final class LiteralTable {

	private final String[] names;

	private final PathNode[] nodes;

	LiteralTable(Map<String, PathNode> literals) {
		// At most a quarter full: probes stay short whatever is asked for. One name needs
		// no hash.
		int count = literals.size();
		int size = (count > 1) ? Integer.highestOneBit(count) * 8 : count;
		this.names = new String[size];
		this.nodes = new PathNode[size];
		for (Map.Entry<String, PathNode> literal : literals.entrySet()) {
			int slot = slot(literal.getKey().hashCode());
			while (this.names[slot] != null) {
				slot = (slot + 1) & (size - 1);
			}
			this.names[slot] = literal.getKey();
			this.nodes[slot] = literal.getValue();
		}
	}

	/**
	 * Finds where the segment leads that starts in the path at an index.
	 * @return the node, or {@code null} where the segment is none of the literals
	 */
	@Nullable PathNode find(String path, int start) {
		if (this.names.length < 2) {
			return (this.names.length == 1 && isSegment(this.names[0], path, start)) ? this.nodes[0] : null;
		}
		int slot = slot(hash(path, start));
		while (this.names[slot] != null) {
			if (isSegment(this.names[slot], path, start)) {
				return this.nodes[slot];
			}
			slot = (slot + 1) & (this.names.length - 1);
		}
		return null;
	}

	private static boolean isSegment(String name, String path, int start) {
		// Most other segments end elsewhere, which costs less to see than another text.
		int end = start + name.length();
		return (end == path.length() || (end < path.length() && path.charAt(end) == '/'))
				&& path.startsWith(name, start);
	}

	/**
	 * Hashes a segment as {@link String#hashCode()} does.
	 */
	private static int hash(String path, int start) {
		int hash = 0;
		for (int i = start; i < path.length() && path.charAt(i) != '/'; i++) {
			hash = 31 * hash + path.charAt(i);
		}
		return hash;
	}

	private int slot(int hash) {
		return (hash ^ (hash >>> 15)) & (this.names.length - 1);
	}

}
