package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.path.AffixIndex.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * Finds among path expressions those that have a path in common with another one. A tree
 * of segments leaves out what differs in a literal, or in what a segment with wildcards
 * starts or ends with, so that thousands of expressions are not compared each with each.
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
	 * Finds the expressions that no literal, and no part of one, tells apart from the
	 * given one.
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
		node.following(path.segments().get(index), (next) -> collect(next, path, index + 1, consumer));
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

		private final SegmentTable<Node<V>> literals = new SegmentTable<>();

		private final SegmentTable<Node<V>> globs = new SegmentTable<>();

		/** Behind a variable or a wildcard: both stand for any segment. */
		private @Nullable Node<V> any;

		private final List<Entry<V>> ends = new ArrayList<>();

		private final List<Entry<V>> catchAlls = new ArrayList<>();

		Node<V> child(PathSegment segment) {
			return switch (segment.kind()) {
				case LITERAL -> this.literals.computeIfAbsent(segment.text(), Node::new);
				case GLOB -> this.globs.computeIfAbsent(segment.text(), Node::new);
				case VARIABLE, WILDCARD -> any();
			};
		}

		private Node<V> any() {
			if (this.any == null) {
				this.any = new Node<>();
			}
			return this.any;
		}

		/**
		 * Tells of the places behind segments that may match what this segment does.
		 */
		void following(PathSegment segment, Consumer<Node<V>> consumer) {
			String text = segment.text();
			if (segment.kind() == PathSegment.Kind.LITERAL) {
				Node<V> same = this.literals.get(text);
				if (same != null) {
					consumer.accept(same);
				}
				this.globs.agreeing(text, Lengths.SHORTER, consumer);
			}
			else if (segment.kind() == PathSegment.Kind.GLOB) {
				this.literals.agreeing(text, Lengths.LONGER, consumer);
				this.globs.agreeing(text, Lengths.ANY, consumer);
			}
			else {
				this.literals.forEach(consumer);
				this.globs.forEach(consumer);
			}
			if (this.any != null) {
				consumer.accept(this.any);
			}
		}

		/**
		 * Passes on what is here and, where that is asked for, everything below.
		 */
		void collect(boolean below, Consumer<Entry<V>> consumer) {
			this.ends.forEach(consumer);
			this.catchAlls.forEach(consumer);
			if (below) {
				this.literals.forEach((node) -> node.collect(true, consumer));
				this.globs.forEach((node) -> node.collect(true, consumer));
				if (this.any != null) {
					this.any.collect(true, consumer);
				}
			}
		}

	}

}
