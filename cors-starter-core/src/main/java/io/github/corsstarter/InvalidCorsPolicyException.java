package io.github.corsstarter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when policies break rules whose severity is error; carries every problem of
 * every policy.
 */
public class InvalidCorsPolicyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Finding> findings;

	/**
	 * Creates the exception.
	 * @param findings the problems
	 */
	public InvalidCorsPolicyException(List<Finding> findings) {
		super(findings.stream()
			.limit(MAX_LINES)
			.map((finding) -> System.lineSeparator() + "  " + finding)
			.collect(Collectors.joining("", findings.size() + " problem(s) in CORS policies:", "")));
		this.findings = List.copyOf(findings);
	}

	// A message is read by people and kept in logs.
	private static final int MAX_LINES = 50;

	/**
	 * Returns the problems.
	 * @return all of them, in the order of the policies
	 */
	public List<Finding> getFindings() {
		return this.findings;
	}

}
