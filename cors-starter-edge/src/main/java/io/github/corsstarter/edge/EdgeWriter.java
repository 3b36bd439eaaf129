package io.github.corsstarter.edge;

import java.util.List;

/**
 * A target: says policies in one server's language. Each is a class of its own, which
 * {@link EdgeTarget} lists.
 */
interface EdgeWriter {

	/**
	 * Reports what the target cannot say of a policy; such a policy is written as
	 * refusing. By default the target can say everything.
	 */
	default void check(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
	}

	/**
	 * Writes the files. A policy that is refusing grants nothing on its paths.
	 */
	List<EdgeFile> write(EdgeModel model);

}
