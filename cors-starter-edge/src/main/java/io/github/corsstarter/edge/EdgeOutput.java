package io.github.corsstarter.edge;

import java.util.List;

/**
 * What a target made of policies.
 *
 * @param files the files, in the order in which they are to be included; none where a
 * path cannot be said, not even as refused, so that leaving it out would open it to
 * another policy
 * @param findings what the target cannot say; the policies that they name are written as
 * refusing
 */
public record EdgeOutput(List<EdgeFile> files, List<EdgeFinding> findings) {

	/**
	 * Creates an output.
	 */
	public EdgeOutput {
		files = List.copyOf(files);
		findings = List.copyOf(findings);
	}

}
