package io.github.corsstarter.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.sun.management.ThreadMXBean;
import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.reactive.ReactiveSubject;
import io.github.corsstarter.benchmarks.servlet.ServletSubject;

/**
 * Measures without JMH, on a machine that others work on: rounds of equal processor time,
 * however long that takes on the wall, of which the least counts. All filters run in one
 * JVM, so that its compiler knows less of each than in a fresh one: these figures are
 * higher than JMH's, and good for ratios only.
 */
final class RoughRun {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int ROUNDS = 8;

	private static final int ROUNDS_TO_WARM_UP = 4;

	private static final long ROUND_NANOS = 50_000_000;

	private final List<Measurement> measurements = new ArrayList<>();

	void run(Form form, Path file) throws Exception {
		for (String stack : List.of("servlet", "reactive")) {
			for (String size : form.sizes()) {
				for (Case kind : Case.values()) {
					for (Side side : form.sides()) {
						if (side.does(kind, Size.parse(size)) && (side.isReactive() || stack.equals("servlet"))) {
							measure(stack, kind, size, side, Benchmarks.LONG_HEADER);
						}
					}
				}
				Measurement.write(file, this.measurements);
			}
		}
	}

	void runGrowth(Path file) throws Exception {
		for (Growth point : Growth.points()) {
			for (Side side : List.of(Side.OURS, Side.SPRING)) {
				measure("servlet", point.kind(), point.size(), side, point.bytes());
			}
		}
		Measurement.write(file, this.measurements);
	}

	private void measure(String stack, Case kind, String size, Side side, int bytes) throws Exception {
		Callable<Object> subject = subject(stack, kind, Size.parse(size), side, bytes);
		// Looking at the clock costs more than most requests, and less than Spring's
		// worst.
		int batch = (kind == Case.LONG_ORIGIN && side == Side.SPRING) ? 1 : 64;
		double nanos = Double.MAX_VALUE;
		double wallNanos = Double.MAX_VALUE;
		double allocated = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
			long wallBefore = System.nanoTime();
			long before = THREADS.getCurrentThreadCpuTime();
			long spent = 0;
			int count = 0;
			while (spent < ROUND_NANOS) {
				Object result = subject.call();
				if (result == null) {
					throw new IllegalStateException("no result");
				}
				count++;
				if (count % batch == 0) {
					spent = THREADS.getCurrentThreadCpuTime() - before;
				}
			}
			if (round >= ROUNDS_TO_WARM_UP) {
				nanos = Math.min(nanos, (double) spent / count);
				wallNanos = Math.min(wallNanos, (double) (System.nanoTime() - wallBefore) / count);
				allocated = Math.min(allocated,
						(double) (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / count);
			}
		}
		Measurement measurement = new Measurement(stack, kind.name(), size, bytes, side.name(), nanos, wallNanos,
				allocated);
		this.measurements.add(measurement);
		System.out.println(measurement);
	}

	private static Callable<Object> subject(String stack, Case kind, Size size, Side side, int bytes) throws Exception {
		if (stack.equals("servlet")) {
			ServletSubject subject = new ServletSubject(side, kind, size, bytes);
			subject.check(kind.checks());
			return subject::filterNext;
		}
		ReactiveSubject subject = new ReactiveSubject(side, kind, size, bytes);
		subject.check(kind.checks());
		return subject::filterNext;
	}

}
