package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import org.jspecify.annotations.Nullable;

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
		Set<String> all = new TreeSet<>(this.unsupported);
		all.addAll(other.unsupported);
		return new PathMatching(this.caseSensitive && other.caseSensitive, List.copyOf(all));
	}

	/**
	 * Reads a path of a policy.
	 * @param path the path
	 * @return the path, compared as the mappings do it
	 * @throws InvalidPathException if it is none
	 */
	PathExpression parse(String path) {
		PathExpression expression = PathExpression.parse(path);
		return this.caseSensitive ? expression : expression.ignoringCase();
	}

	/**
	 * Reads a pattern of request mapping, which knows more than paths of policies do: in
	 * place of what policies have no words for stands everything below it.
	 * @param pattern the pattern
	 * @return the pattern as a path of policies, or {@code null} where it is none
	 */
	@Nullable PathExpression parseMapped(String pattern) {
		String tried = pattern;
		while (true) {
			try {
				return parse(tried);
			}
			catch (InvalidPathException ex) {
				String whole = tried.endsWith("/**") ? tried.substring(0, tried.length() - 3) : tried;
				if (whole.isEmpty()) {
					return null;
				}
				tried = whole.substring(0, Math.max(0, whole.lastIndexOf('/'))) + "/**";
			}
		}
	}

}
