package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an application's handler mappings compare paths.
 *
 * @param caseSensitive whether upper and lower case differ to all of them
 * @param unsupported what they do that paths of policies cannot follow, in words; without
 * any in most applications
 */
public record PathMatching(boolean caseSensitive, List<String> unsupported) {

	/** What mappings do unless they are told otherwise. */
	public static final PathMatching DEFAULT = new PathMatching(true, List.of());

	/** What mappings do that do not tell upper from lower case. */
	public static final PathMatching IGNORING_CASE = new PathMatching(false, List.of());

	/**
	 * Creates a description.
	 */
	public PathMatching {
		unsupported = List.copyOf(unsupported);
	}

	/**
	 * Takes other mappings in. One that ignores case makes all paths so, as every policy
	 * may govern its handlers.
	 * @param other what other mappings do
	 * @return what all of them do
	 */
	public PathMatching and(PathMatching other) {
		return new PathMatching(this.caseSensitive && other.caseSensitive,
				Stream.concat(this.unsupported.stream(), other.unsupported.stream()).distinct().sorted().toList());
	}

}
