package io.github.corsstarter.cli;

/**
 * What a command tells the shell, for pipelines.
 */
final class ExitCode {

	static final int FINE = 0;

	/** What was asked about is not as it should be. */
	static final int FOUND = 1;

	/** The question cannot be answered: usage, or something that cannot be read. */
	static final int UNUSABLE = 2;

	/** Something could not be judged, and nothing else was found. */
	static final int INCONCLUSIVE = 3;

	private ExitCode() {
	}

}
