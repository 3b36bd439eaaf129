package io.github.corsstarter.benchmarks.report;

import java.util.Arrays;

import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.servlet.ServletSubject;

/**
 * Measures our servlet filter and the throw-away one in turn, in one JVM for each case.
 */
final class Floor {

	private static final int ROUNDS = 21;

	private static final int ROUNDS_TO_WARM_UP = 10;

	private static final long ROUND_NANOS = 100_000_000;

	/** Between two looks at the clock. */
	private static final int BATCH = 1024;

	private static final Size SIZE = Size.parse("1x1");

	private Floor() {
	}

	static void measure(Case kind) throws Exception {
		ServletSubject ours = subject(Side.OURS, kind);
		ServletSubject throwAway = subject(Side.THROW_AWAY, kind);
		double[] oursNanos = new double[ROUNDS];
		double[] throwAwayNanos = new double[ROUNDS];
		for (int round = -ROUNDS_TO_WARM_UP; round < ROUNDS; round++) {
			int slot = Math.max(round, 0);
			oursNanos[slot] = nanos(ours);
			throwAwayNanos[slot] = nanos(throwAway);
		}
		System.out.printf("%s ours %.1f throw-away %.1f ns%n", kind, median(oursNanos), median(throwAwayNanos));
	}

	private static ServletSubject subject(Side side, Case kind) throws Exception {
		ServletSubject subject = new ServletSubject(side, kind, SIZE, Benchmarks.LONG_HEADER);
		subject.check(kind.checks());
		return subject;
	}

	private static double nanos(ServletSubject subject) throws Exception {
		long start = System.nanoTime();
		long spent = 0;
		long count = 0;
		while (spent < ROUND_NANOS) {
			for (int i = 0; i < BATCH; i++) {
				subject.filterNext();
			}
			count += BATCH;
			spent = System.nanoTime() - start;
		}
		return (double) spent / count;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
