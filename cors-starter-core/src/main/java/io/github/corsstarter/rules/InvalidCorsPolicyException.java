package io.github.corsstarter.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when policies break rules whose severity is error; carries every problem of
 * every policy.
 */
public class InvalidCorsPolicyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	// Frameworks log this message on its way; the whole report follows.
	private static final int MAX_LINES = 3;

	private final transient List<Finding> findings;

	/**
	 * Creates the exception.
	 * @param findings the problems
	 */
	public InvalidCorsPolicyException(List<Finding> findings) {
		super(message(findings));
		this.findings = List.copyOf(findings);
	}

	private static String message(List<Finding> findings) {
		String count = (findings.size() == 1) ? "1 problem" : findings.size() + " problems";
		String more = (findings.size() > MAX_LINES)
				? System.lineSeparator() + "  ... and " + (findings.size() - MAX_LINES) + " more" : "";
		return findings.stream()
			.limit(MAX_LINES)
			.map((finding) -> System.lineSeparator() + "  " + finding)
			.collect(Collectors.joining("", count + " in CORS policies:", more));
	}

	/**
	 * Returns the problems.
	 * @return all of them, in the order of the policies
	 */
	public List<Finding> getFindings() {
		return this.findings;
	}

}
