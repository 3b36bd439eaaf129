package io.github.corsstarter.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Counts the processor time that Java's threads take for a request. The time on the wall
 * also holds what other work on the machine takes away. The collector's and the
 * compiler's threads are left out, which favours filters that allocate.
 */
public final class CpuTimeProfiler implements InternalProfiler {

	/** The name of the result. */
	static final String RESULT = "cpu.time.norm";

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final Map<Long, Long> before = new HashMap<>();

	@Override
	public String getDescription() {
		return "Processor time a request";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before.clear();
		for (long id : this.threads.getAllThreadIds()) {
			this.before.put(id, this.threads.getThreadCpuTime(id));
		}
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		long nanos = 0;
		for (long id : this.threads.getAllThreadIds()) {
			nanos += Math.max(0, this.threads.getThreadCpuTime(id) - this.before.getOrDefault(id, 0L));
		}
		double each = (double) nanos / result.getMetadata().getAllOps();
		return List.of(new ScalarResult(RESULT, each, "ns/op", AggregationPolicy.AVG));
	}

}
