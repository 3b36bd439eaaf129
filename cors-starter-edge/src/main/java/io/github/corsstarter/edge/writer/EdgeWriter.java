package io.github.corsstarter.edge.writer;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;

/**
 * A target: says policies in one server's language. Each is a class of its own, which
 * {@code EdgeTarget} lists.
 */
public interface EdgeWriter {

	/**
	 * Reports what the target cannot say of a policy; such a policy is written as
	 * refusing. By default the target can say everything.
	 */
	default void check(EdgeModel model, EdgePolicy policy, EdgeFindings findings) {
	}

	/**
	 * Writes the files. A policy that is refusing grants nothing on its paths.
	 */
	void write(EdgeModel model, EdgeFiles files);

}
