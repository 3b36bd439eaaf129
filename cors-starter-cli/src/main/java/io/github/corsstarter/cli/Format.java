package io.github.corsstarter.cli;

/**
 * How a result is printed.
 */
enum Format {

	/** For people. */
	TEXT,

	/** For programs. */
	JSON,

	/** For code hosts, which show findings at their lines. */
	SARIF

}
