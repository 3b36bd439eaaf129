package io.github.corsstarter.autoconfigure.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was warned about of late. Origins and headers are made up at no cost, so only so
 * many values get a line of their own: of one kind, and of all kinds together.
 */
final class WarnWindow {

	/** Most values of one kind with a line of their own in one window. */
	static final int MAX_VALUES = 20;

	/**
	 * Most warnings in one window, however many policies there are: what a log bears in
	 * an hour and a person still reads.
	 */
	static final int MAX_WARNINGS = 1000;

	/** How long a value that was warned about is not warned about again. */
	static final Duration LENGTH = Duration.ofHours(1);

	private final Map<String, Set<String>> values = new HashMap<>();

	private int warnings;

	private long end = Long.MIN_VALUE;

	/**
	 * Tells what to do about one more.
	 * @param kind what it is one of, such as a policy and a reason
	 * @param value what tells it from others of its kind, such as an origin
	 * @param now the time in milliseconds
	 */
	synchronized Warning next(String kind, String value, long now) {
		if (now >= this.end) {
			this.values.clear();
			this.warnings = 0;
			this.end = now + LENGTH.toMillis();
		}
		if (this.warnings > MAX_WARNINGS) {
			return Warning.NONE;
		}
		Set<String> values = this.values.computeIfAbsent(kind, (name) -> new HashSet<>());
		if (values.size() > MAX_VALUES || !values.add(value)) {
			return Warning.NONE;
		}
		this.warnings++;
		if (this.warnings > MAX_WARNINGS) {
			return Warning.TOO_MANY;
		}
		return (values.size() > MAX_VALUES) ? Warning.TOO_MANY_VALUES : Warning.VALUE;
	}

	/**
	 * What to warn about.
	 */
	enum Warning {

		/** Nothing. */
		NONE,

		/** The value itself. */
		VALUE,

		/** That no more values of this kind get a line in this window. */
		TOO_MANY_VALUES,

		/** That no more values of any kind get a line in this window. */
		TOO_MANY

	}

}
