package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds among path expressions those that have a path in common with another one. A tree
 * of segments leaves out what differs in a literal, so that thousands of expressions are
 * not compared each with each.
 *
 * @param <V> what an expression leads to
 */
public final class MeetingPaths<V> {

	private final Node<V> root = new Node<>();

	/**
	 * Adds an expression.
	 * @param path the expression
	 * @param value what it leads to
	 */
	public void add(PathExpression path, V value) {
		Node<V> node = this.root;
		for (PathSegment segment : path.segments()) {
			node = node.child(segment);
		}
		(path.isCatchAll() ? node.catchAlls : node.ends).add(new Entry<>(path, value));
	}

	/**
	 * Finds the expressions that have a path in common with one.
	 * @param path the expression, which need not be among them
	 * @param consumer takes the value of each, in no particular order
	 */
	public void meeting(PathExpression path, Consumer<V> consumer) {
		candidates(path, (entry) -> {
			if (entry.path.meets(path)) {
				consumer.accept(entry.value);
			}
		});
	}

	/**
	 * Finds the expressions that no literal tells apart from one.
	 */
	void candidates(PathExpression path, Consumer<Entry<V>> consumer) {
		collect(this.root, path, 0, consumer);
	}

	private static <V> void collect(Node<V> node, PathExpression path, int index, Consumer<Entry<V>> consumer) {
		if (index == path.segments().size()) {
			node.collect(path.isCatchAll(), consumer);
			return;
		}
		node.catchAlls.forEach(consumer);
		PathSegment segment = path.segments().get(index);
		if (segment.kind() == PathSegment.Kind.LITERAL) {
			Node<V> literal = node.literals.get(segment.text());
			if (literal != null) {
				collect(literal, path, index + 1, consumer);
			}
		}
		else {
			node.literals.values().forEach((literal) -> collect(literal, path, index + 1, consumer));
		}
		node.others.values().forEach((other) -> collect(other, path, index + 1, consumer));
	}

	/**
	 * An expression and what it leads to.
	 */
	record Entry<V>(PathExpression path, V value) {
	}

	/**
	 * A place in the tree.
	 */
	private static final class Node<V> {

		private final Map<String, Node<V>> literals = new LinkedHashMap<>();

		/** By globs as they are written; all variables, and all wildcards, are one. */
		private final Map<String, Node<V>> others = new LinkedHashMap<>();

		private final List<Entry<V>> ends = new ArrayList<>();

		private final List<Entry<V>> catchAlls = new ArrayList<>();

		Node<V> child(PathSegment segment) {
			return switch (segment.kind()) {
				case LITERAL -> this.literals.computeIfAbsent(segment.text(), (text) -> new Node<>());
				case GLOB -> this.others.computeIfAbsent(segment.text(), (text) -> new Node<>());
				case VARIABLE, WILDCARD -> this.others.computeIfAbsent("*", (any) -> new Node<>());
			};
		}

		/**
		 * Tells of what is here, and of everything below where that is meant, too.
		 */
		void collect(boolean below, Consumer<Entry<V>> consumer) {
			this.ends.forEach(consumer);
			this.catchAlls.forEach(consumer);
			if (below) {
				this.literals.values().forEach((node) -> node.collect(true, consumer));
				this.others.values().forEach((node) -> node.collect(true, consumer));
			}
		}

	}

}
