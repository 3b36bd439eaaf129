package io.github.corsstarter.path;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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

	private final PathNode root;

	/** The same, with wildcards as they are compared by the letters of ASCII alone. */
	private final PathNode rootInAscii;

	/** By rank, each in a list of its own, so that nothing is made for a request. */
	private final List<List<@Nullable V>> values = new ArrayList<>();

	private final List<@Nullable V> nothing = Collections.singletonList(null);

	private final boolean caseSensitive;

	/**
	 * Creates an index.
	 * @param entries the expressions and their values
	 * @param caseSensitive whether upper and lower case differ in paths
	 */
	public PathIndex(Map<PathExpression, V> entries, boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
		List<PathExpression> paths = new ArrayList<>();
		List<PathExpression> inAscii = new ArrayList<>();
		boolean same = true;
		for (Map.Entry<PathExpression, V> entry : new TreeMap<>(entries).entrySet()) {
			PathExpression path = entry.getKey();
			paths.add(caseSensitive ? path : path.ignoringCase());
			inAscii.add(caseSensitive ? path : path.ignoringAsciiCaseInGlobs());
			same &= paths.get(paths.size() - 1).segments().equals(inAscii.get(paths.size() - 1).segments());
			this.values.add(Collections.singletonList(entry.getValue()));
		}
		this.root = PathNode.of(paths);
		this.rootInAscii = same ? this.root : PathNode.of(inAscii);
	}

	/**
	 * Finds the most specific expression for every reading of a path: as
	 * {@code PathPattern}, servlet containers and {@code AntPathMatcher} see it, and each
	 * of these without the slash at its end, as file servers and libraries see it. A
	 * plain path without such a slash has one reading and costs one look-up.
	 * @param path the path of the request's URL as it came, undecoded, without the query
	 * @param start where the application's own part starts: behind the context path
	 * @return the expression's value for each reading, {@code null} where none matches
	 */
	public List<@Nullable V> find(String path, int start) {
		int rank = rankIfPlain(path, start);
		if (rank != PathNode.ODD) {
			boolean slash = path.length() > start + 1 && path.charAt(path.length() - 1) == '/' && isRooted(path, start);
			return slash ? joined(values(rank), lookUp(PathReadings.withoutSlash(path.substring(start))))
					: values(rank);
		}
		List<@Nullable V> found = new ArrayList<>();
		found.addAll(findRead(PathReadings.asPathPattern(path, start)));
		found.addAll(findRead(PathReadings.asContainer(path, start)));
		found.addAll(findRead(PathReadings.asAntPath(path, start, StandardCharsets.UTF_8)));
		return found;
	}

	/**
	 * Finds the most specific expression for a path whose escapes are decoded otherwise
	 * than as UTF-8, as {@code UrlPathHelper} does before {@code AntPathMatcher} gets it.
	 * @param path the path as it came, undecoded, without the query
	 * @param start where the application's own part starts
	 * @param charset the charset of the octets that escapes stand for
	 * @return the expression's value for each reading, {@code null} where none matches
	 */
	public List<@Nullable V> findDecoded(String path, int start, Charset charset) {
		return findRead(PathReadings.asAntPath(path, start, charset));
	}

	/**
	 * Finds the most specific expression for a path that was read, and for the same
	 * without the slash at its end, and without blanks where segments start.
	 * @param reading the path, decoded and relative to the application, or {@code null}
	 * where it leads out of the application
	 * @return the expression's value for each reading, {@code null} where none matches
	 */
	public List<@Nullable V> findRead(@Nullable String reading) {
		if (reading == null || !isRooted(reading, 0)) {
			return this.nothing;
		}
		String withoutBlanks = PathReadings.withoutBlanks(reading);
		List<@Nullable V> found = findWithoutSlash(reading);
		return withoutBlanks.equals(reading) ? found : joined(found, findWithoutSlash(withoutBlanks));
	}

	private List<@Nullable V> findWithoutSlash(String reading) {
		String withoutSlash = PathReadings.withoutSlash(reading);
		List<@Nullable V> found = lookUp(reading);
		return withoutSlash.equals(reading) ? found : joined(found, lookUp(withoutSlash));
	}

	private static <T> List<@Nullable T> joined(List<@Nullable T> one, List<@Nullable T> other) {
		List<@Nullable T> all = new ArrayList<>(one);
		all.addAll(other);
		return all;
	}

	/**
	 * Looks a reading up. Where case is ignored, Spring folds the letters of ASCII alone
	 * before it compares with {@code *}: where the path or a wildcard has other letters,
	 * they are looked up in that folding, too.
	 */
	private List<@Nullable V> lookUp(String reading) {
		String folded = compared(reading);
		List<@Nullable V> found = values(this.root.walk(folded, folded, 0, PathNode.NONE));
		String inGlobs = this.caseSensitive ? folded : CaseFolding.foldAscii(reading);
		return (this.rootInAscii == this.root && inGlobs.equals(folded)) ? found
				: joined(found, values(this.rootInAscii.walk(folded, inGlobs, 0, PathNode.NONE)));
	}

	private int rankIfPlain(String path, int start) {
		// A path can go up and down through the context path, too.
		if (start > 0 && !PathReadings.isPlain(path, 0)) {
			return PathNode.ODD;
		}
		// Few servers let other characters through that are not encoded.
		if (!this.caseSensitive && (this.rootInAscii != this.root || !CaseFolding.isAscii(path))) {
			return PathNode.ODD;
		}
		if (isRooted(path, start)) {
			return this.root.walkPlain(compared(path), start);
		}
		return PathReadings.isPlain(path, start) ? PathNode.NONE : PathNode.ODD;
	}

	private List<@Nullable V> values(int rank) {
		return (rank != PathNode.NONE) ? this.values.get(rank) : this.nothing;
	}

	private String compared(String path) {
		return this.caseSensitive ? path : CaseFolding.fold(path);
	}

	private static boolean isRooted(String path, int start) {
		return start == path.length() || path.charAt(start) == '/';
	}

}
