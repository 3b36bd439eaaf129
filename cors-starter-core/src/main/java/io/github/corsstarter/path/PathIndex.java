package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Finds for a path the value of the most specific expression that matches it: a tree of
 * segments that is walked along the path, without cutting the path up. Expressions are
 * numbered in the order of {@code PathPattern}, so that the most specific match is the
 * lowest number on the way, and branches that cannot better it are left out. The time
 * follows from the path's segments, not from how many expressions there are; only those
 * that have a wildcard within the same segment, as {@code *.html} and {@code *.css}, are
 * tried one after another.
 *
 * @param <V> what an expression leads to
 */
public final class PathIndex<V> {

	private final PathNode root = new PathNode(0);

	private final List<V> values = new ArrayList<>();

	private final boolean caseSensitive;

	private final Reconciler<V> reconciler;

	/**
	 * Creates an index.
	 * @param entries the expressions and their values
	 * @param caseSensitive whether upper and lower case differ in paths
	 * @param reconciler what to do with a path whose two readings differ
	 */
	public PathIndex(Map<PathExpression, V> entries, boolean caseSensitive, Reconciler<V> reconciler) {
		this.caseSensitive = caseSensitive;
		this.reconciler = reconciler;
		for (Map.Entry<PathExpression, V> entry : new TreeMap<>(entries).entrySet()) {
			PathExpression path = entry.getKey();
			this.root.add(caseSensitive ? path : path.ignoringCase(), this.values.size());
			this.values.add(entry.getValue());
		}
		this.root.freeze();
	}

	/**
	 * Finds the most specific expression for a path. Every reading of the path is looked
	 * up: as request mapping sees it, by {@code PathPattern} or {@code AntPathMatcher},
	 * and as servlet containers normalise it. For a plain path they are the same and cost
	 * one look-up.
	 * @param path the path of the request's URL as it came, undecoded, without the query
	 * @param start where the application's own part starts: behind the context path
	 * @return the expression's value, where the readings differ what the reconciler makes
	 * of it, or {@code null} where no expression matches
	 */
	public @Nullable V find(String path, int start) {
		return find(path, start, path, (request) -> null);
	}

	/**
	 * Finds the most specific expression for the path of a request. Where the path is not
	 * plain, the server's own reading of it has to lead to the same value, too.
	 * @param path the path of the request's URL as it came, undecoded, without the query
	 * @param start where the application's own part starts: behind the context path
	 * @param request the request
	 * @param server the server's own reading
	 * @param <R> the framework's request
	 * @return the expression's value, where the readings differ what the reconciler makes
	 * of it, or {@code null} where no expression matches
	 */
	public <R> @Nullable V find(String path, int start, R request, ServerPath<R> server) {
		int rank = rankIfPlain(path, start);
		if (rank != PathNode.ODD) {
			return value(rank);
		}
		V mapped = get(PathReadings.asMapped(path, start), 0);
		V normalised = get(PathReadings.asNormalised(path, start), 0);
		V joined = get(PathReadings.asJoined(path, start), 0);
		V found = agree(mapped, normalised);
		if (joined != mapped && joined != normalised) {
			found = agree(found, joined);
		}
		String serverPath = server.normalisedPath(request);
		return (serverPath != null) ? agree(found, get(serverPath, 0)) : found;
	}

	private @Nullable V agree(@Nullable V one, @Nullable V other) {
		return (one == other) ? one : this.reconciler.reconcile(one, other);
	}

	private int rankIfPlain(String path, int start) {
		// A path can go up and down through the context path, too.
		if (start > 0 && !PathReadings.isPlain(path, 0)) {
			return PathNode.ODD;
		}
		if (isRooted(path, start)) {
			return this.root.walkPlain(compared(path), start);
		}
		return PathReadings.isPlain(path, start) ? PathNode.NONE : PathNode.ODD;
	}

	private @Nullable V get(@Nullable String path, int start) {
		return (path != null && isRooted(path, start)) ? value(this.root.walk(compared(path), start, PathNode.NONE))
				: null;
	}

	private String compared(String path) {
		return this.caseSensitive ? path : CaseFolding.fold(path);
	}

	private @Nullable V value(int rank) {
		return (rank != PathNode.NONE) ? this.values.get(rank) : null;
	}

	private static boolean isRooted(String path, int start) {
		return start == path.length() || path.charAt(start) == '/';
	}

	/**
	 * Settles which value counts where the two readings of a path lead to different ones.
	 *
	 * @param <V> what an expression leads to
	 */
	@FunctionalInterface
	public interface Reconciler<V> {

		/**
		 * Settles the value.
		 * @param mapped the value for the path as request mapping sees it
		 * @param normalised the value for the path as containers normalise it; not the
		 * same as the other one
		 * @return the value that counts
		 */
		@Nullable V reconcile(@Nullable V mapped, @Nullable V normalised);

	}

}
