package io.github.corsstarter.scan.send;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that passes only where someone sleeps.
 */
final class TestTimer implements Timer {

	private final List<Duration> slept = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-21T12:00:00Z");

	@Override
	public Instant now() {
		return this.now;
	}

	@Override
	public void sleep(Duration duration) {
		this.slept.add(duration);
		this.now = this.now.plus(duration);
	}

	void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	List<Duration> slept() {
		return this.slept;
	}

}
