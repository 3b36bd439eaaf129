package io.github.corsstarter.autoconfigure.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which refusals were warned about of late. Origins are made up at no cost, so only so
 * many get a line of their own: of a policy and reason, and of all of them together.
 */
final class WarnWindow {

	/** Most origins of one policy and reason with a line of their own in one window. */
	static final int MAX_ORIGINS = 20;

	/**
	 * Most warnings in one window, however many policies there are: what a log bears in
	 * an hour and a person still reads.
	 */
	static final int MAX_WARNINGS = 1000;

	/** How long an origin that was warned about is not warned about again. */
	static final Duration LENGTH = Duration.ofHours(1);

	private final Map<String, Set<String>> origins = new HashMap<>();

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
			this.origins.clear();
			this.warnings = 0;
			this.end = now + LENGTH.toMillis();
		}
		if (this.warnings > MAX_WARNINGS) {
			return Warning.NONE;
		}
		Set<String> origins = this.origins.computeIfAbsent(kind, (name) -> new HashSet<>());
		if (origins.size() > MAX_ORIGINS || !origins.add(value)) {
			return Warning.NONE;
		}
		this.warnings++;
		if (this.warnings > MAX_WARNINGS) {
			return Warning.TOO_MANY;
		}
		return (origins.size() > MAX_ORIGINS) ? Warning.TOO_MANY_ORIGINS : Warning.REFUSAL;
	}

	/**
	 * What to warn about.
	 */
	enum Warning {

		/** Nothing. */
		NONE,

		/** The refusal. */
		REFUSAL,

		/** That no more origins of this policy and reason get a line in this window. */
		TOO_MANY_ORIGINS,

		/** That no more refusals at all get a line in this window. */
		TOO_MANY

	}

}
