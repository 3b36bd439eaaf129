package io.github.corsstarter.edge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a target cannot say all of the policies, unless findings are asked for.
 */
public final class EdgeNotExpressibleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<EdgeFinding> findings;

	EdgeNotExpressibleException(EdgeTarget target, List<EdgeFinding> findings) {
		super(findings.stream()
			.map(EdgeFinding::toString)
			.collect(Collectors.joining("\n", target.id() + " cannot say all of the policies:\n", "")));
		this.findings = List.copyOf(findings);
	}

	/**
	 * Returns what cannot be said.
	 * @return one finding or more
	 */
	public List<EdgeFinding> findings() {
		return this.findings;
	}

}
