package io.github.corsstarter.path;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides all paths into regions: paths that the same ones of some patterns match. One
 * path stands for each region, so that what holds of these paths holds of all. Spellings
 * of a path, such as one with a slash at its end, are told from it only where a pattern
 * does.
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
	 * @return paths as requests have them; that of a narrow region may come before or
	 * behind that of a wide one
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
	 * Comes to a place between two slashes. What lies behind it depends only on the
	 * patterns that still match, and on how much of them is left.
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
		for (PathExpression pattern : place.matching) {
			if (pattern.segments().size() > place.depth) {
				segments.add(pattern.segments().get(place.depth));
			}
		}
		for (String segment : SegmentRegions.of(segments)) {
			List<PathExpression> matching = place.matching.stream()
				.filter((pattern) -> matches(pattern, place.depth, segment))
				.toList();
			String path = place.path + "/" + URLEncoder.encode(segment, StandardCharsets.UTF_8);
			visit(path, place.depth + 1, matching);
		}
	}

	private static boolean matches(PathExpression pattern, int depth, String segment) {
		return (pattern.segments().size() > depth) ? pattern.segments().get(depth).matches(segment)
				: pattern.isCatchAll();
	}

	/**
	 * What patterns may still ask for: at the end of all of them it is the same at any
	 * depth.
	 */
	private record Rest(int depth, List<PathExpression> matching) {
	}

	/**
	 * A place that paths go on from.
	 */
	private record Place(String path, int depth, List<PathExpression> matching) {
	}

}
