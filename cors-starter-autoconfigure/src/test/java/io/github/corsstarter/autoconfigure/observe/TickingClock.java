package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that goes on by a second each time that it is looked at.
 */
final class TickingClock extends Clock {

	private Instant now = Instant.EPOCH;

	void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public ZoneId getZone() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Instant instant() {
		this.now = this.now.plusSeconds(1);
		return this.now;
	}

}
