package io.github.corsstarter.scan.send;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets so many requests pass in a second, evenly.
 */
final class Pace {

	private final Timer timer;

	private final Duration interval;

	private Instant next = Instant.MIN;

	Pace(int rate, Timer timer) {
		this.timer = timer;
		this.interval = Duration.ofSeconds(1).dividedBy(rate);
	}

	/**
	 * Waits until the next request may be sent.
	 */
	void await() throws InterruptedException {
		Instant now = this.timer.now();
		if (now.isBefore(this.next)) {
			this.timer.sleep(Duration.between(now, this.next));
			now = this.next;
		}
		this.next = now.plus(this.interval);
	}

}
