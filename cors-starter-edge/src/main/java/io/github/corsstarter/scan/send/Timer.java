package io.github.corsstarter.scan.send;

import java.time.Duration;
import java.time.Instant;

/**
 * Time, as a scan sees it pass.
 */
interface Timer {

	/**
	 * Returns the time of the machine, which never goes back.
	 */
	static Timer system() {
		Instant start = Instant.now();
		long startNanos = System.nanoTime();
		return new Timer() {

			@Override
			public Instant now() {
				return start.plusNanos(System.nanoTime() - startNanos);
			}

			@Override
			public void sleep(Duration duration) throws InterruptedException {
				Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
			}

		};
	}

	Instant now();

	void sleep(Duration duration) throws InterruptedException;

}
