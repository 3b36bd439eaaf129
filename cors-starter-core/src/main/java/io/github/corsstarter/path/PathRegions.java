package io.github.corsstarter.path;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides all paths into regions. Two paths are in one region if the same patterns match
 * both. One path stands for each region, so that what holds for these paths holds for
 * all. A path with a slash at its end is in the same region as the path without it,
 * unless a pattern tells them apart.
 */
public final class PathRegions {

	private final Set<String> paths = new LinkedHashSet<>();

	private final Deque<Place> places = new ArrayDeque<>();

	private final Set<Rest> seen = new HashSet<>();

	private PathRegions() {
	}

	/**
	 * Finds a path of every region.
	 * @param patterns the patterns, folded where upper and lower case do not differ
	 * @return one path of each region, encoded as in a request, in no particular order
	 */
	public static List<String> of(Collection<PathExpression> patterns) {
		PathRegions regions = new PathRegions();
		regions.visit("", 0, List.copyOf(patterns));
		while (!regions.places.isEmpty()) {
			regions.enter(regions.places.removeFirst());
		}
		return List.copyOf(regions.paths);
	}

	/**
	 * Visits a place between two slashes. Which regions follow depends only on the
	 * patterns that still match, and on what is left of them.
	 */
	private void visit(String path, int depth, List<PathExpression> matching) {
		this.paths.add(path.isEmpty() ? "/" : path);
		if (matching.stream().anyMatch((pattern) -> endsInSlash(pattern, depth))) {
			this.paths.add(path + "/");
		}
		int longest = matching.stream().mapToInt((pattern) -> pattern.segments().size()).max().orElse(0);
		if (this.seen.add(new Rest(Math.min(depth, longest), matching))) {
			this.places.add(new Place(path, depth, matching));
		}
	}

	private static boolean endsInSlash(PathExpression pattern, int depth) {
		return pattern.segments().size() == depth + 1 && pattern.segments().get(depth).text().isEmpty();
	}

	private void enter(Place place) {
		List<PathSegment> segments = new ArrayList<>();
		// Those of each literal are found by it: thousands of literals are not gone
		// through for each of them.
		Map<String, List<PathExpression>> literal = new HashMap<>();
		List<PathExpression> others = new ArrayList<>();
		for (PathExpression pattern : place.matching) {
			if (pattern.segments().size() <= place.depth) {
				others.add(pattern);
				continue;
			}
			PathSegment segment = pattern.segments().get(place.depth);
			segments.add(segment);
			boolean isLiteral = segment.kind() == PathSegment.Kind.LITERAL;
			(isLiteral ? literal.computeIfAbsent(segment.text(), (text) -> new ArrayList<>()) : others).add(pattern);
		}
		for (String segment : SegmentRegions.of(segments)) {
			List<PathExpression> matching = new ArrayList<>(literal.getOrDefault(segment, List.of()));
			others.stream().filter((pattern) -> matches(pattern, place.depth, segment)).forEach(matching::add);
			String path = place.path + "/" + URLEncoder.encode(segment, StandardCharsets.UTF_8);
			visit(path, place.depth + 1, List.copyOf(matching));
		}
	}

	private static boolean matches(PathExpression pattern, int depth, String segment) {
		return (pattern.segments().size() > depth) ? pattern.segments().get(depth).matchesByWildcard(segment)
				: pattern.isCatchAll();
	}

	/**
	 * What is left of the patterns. Behind the end of all of them the depth makes no
	 * difference.
	 */
	private record Rest(int depth, List<PathExpression> matching) {
	}

	/**
	 * A place between two slashes, and the path that leads there.
	 */
	private record Place(String path, int depth, List<PathExpression> matching) {
	}

}
