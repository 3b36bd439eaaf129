package io.github.corsstarter.lab;

import org.jspecify.annotations.Nullable;

/**
 * Tells where the endpoint {@code cors} is.
 */
@FunctionalInterface
interface EndpointPath {

	/**
	 * Returns the endpoint's path.
	 * @return the path below that of the web stack, or {@code null} where the endpoint is
	 * not exposed
	 */
	@Nullable String find();

}
