package io.github.corsstarter.path;

import org.jspecify.annotations.Nullable;

/**
 * Tells how the server itself reads the path of a request. Servers differ in what they
 * take for a slash, and where they take the context path from.
 *
 * @param <R> the framework's request
 */
@FunctionalInterface
public interface ServerPath<R> {

	/**
	 * Returns the path by which the server chooses a servlet. It is asked for only where
	 * a path can be read in several ways.
	 * @param request the request
	 * @return the path, decoded, normalised and relative to the application, or
	 * {@code null} where the server leaves paths as they are
	 */
	@Nullable String normalisedPath(R request);

}
