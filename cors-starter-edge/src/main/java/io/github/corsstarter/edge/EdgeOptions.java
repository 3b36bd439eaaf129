package io.github.corsstarter.edge;

import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathSegment;
import org.jspecify.annotations.Nullable;

/**
 * What an edge has to know beside the policies.
 *
 * @param basePath what stands in front of the policies' paths in the URLs that the edge
 * sees: the application's context path or base path, as {@code /shop}, or the empty text
 * @param caseSensitivePaths whether upper and lower case differ in paths, or {@code null}
 * for what the policies were compiled for
 * @param locator tells where configuration stands, for findings
 * @param findings whether findings are asked for: otherwise they are thrown
 */
public record EdgeOptions(String basePath, @Nullable Boolean caseSensitivePaths, PropertyLocator locator,
		boolean findings) {

	/**
	 * The options of an application at the root of its host, whose findings are thrown.
	 */
	public static final EdgeOptions DEFAULTS = new EdgeOptions("", null, PropertyLocator.UNKNOWN, false);

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if the base path is not empty and no plain path
	 */
	public EdgeOptions {
		basePath = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
		if (!basePath.isEmpty() && !isPlain(basePath)) {
			throw new IllegalArgumentException(
					"The base path must be a plain path such as \"/shop\", not \"" + basePath + "\"");
		}
	}

	private static boolean isPlain(String path) {
		try {
			PathExpression expression = PathExpression.parse(path);
			return !expression.isCatchAll() && expression.segments()
				.stream()
				.allMatch((segment) -> segment.kind() == PathSegment.Kind.LITERAL && !segment.text().isEmpty());
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	/**
	 * Returns the same options with another base path.
	 * @param basePath a plain path, or the empty text; a slash at its end is left out
	 * @return the options
	 */
	public EdgeOptions withBasePath(String basePath) {
		return new EdgeOptions(basePath, this.caseSensitivePaths, this.locator, this.findings);
	}

	/**
	 * Returns the same options for an application that tells upper from lower case in
	 * paths, or does not.
	 * @param caseSensitivePaths whether upper and lower case differ in paths
	 * @return the options
	 */
	public EdgeOptions withCaseSensitivePaths(boolean caseSensitivePaths) {
		return new EdgeOptions(this.basePath, caseSensitivePaths, this.locator, this.findings);
	}

	/**
	 * Returns the same options with places for findings.
	 * @param locator tells where configuration stands
	 * @return the options
	 */
	public EdgeOptions withLocator(PropertyLocator locator) {
		return new EdgeOptions(this.basePath, this.caseSensitivePaths, locator, this.findings);
	}

	/**
	 * Returns the same options, with which findings are returned and not thrown.
	 * @return the options
	 */
	public EdgeOptions withFindings() {
		return new EdgeOptions(this.basePath, this.caseSensitivePaths, this.locator, true);
	}

}
