package io.github.corsstarter.autoconfigure.observe;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Which origins were warned about of late, for one policy and reason. Origins are made up
 * at no cost, so only so many get a line of their own.
 */
final class WarnWindow {

	/** Most origins with a line of their own in one window. */
	static final int MAX_ORIGINS = 20;

	/** How long an origin that was warned about is not warned about again. */
	static final Duration LENGTH = Duration.ofHours(1);

	private final Set<String> origins = new HashSet<>();

	private boolean overflowed;

	private long end = Long.MIN_VALUE;

	/**
	 * Tells what to do about a refusal.
	 * @param origin the bounded origin
	 * @param now the time in milliseconds
	 */
	synchronized Warning next(String origin, long now) {
		if (now >= this.end) {
			this.origins.clear();
			this.overflowed = false;
			this.end = now + LENGTH.toMillis();
		}
		if (this.overflowed || this.origins.contains(origin)) {
			return Warning.NONE;
		}
		if (this.origins.size() < MAX_ORIGINS) {
			this.origins.add(origin);
			return Warning.REFUSAL;
		}
		this.overflowed = true;
		return Warning.OVERFLOW;
	}

	/**
	 * What to warn about.
	 */
	enum Warning {

		/** Nothing. */
		NONE,

		/** The refusal. */
		REFUSAL,

		/** That no more refusals are warned about in this window. */
		OVERFLOW

	}

}
