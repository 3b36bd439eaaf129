package io.github.corsstarter.benchmarks.server;

import java.lang.management.ManagementFactory;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.benchmarks.Observers;
import io.github.corsstarter.benchmarks.Policies;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

/**
 * What many policies cost an application that starts: time in a cold JVM, and memory.
 */
public final class CompileCost {

	private CompileCost() {
	}

	/**
	 * Compiles policies once.
	 * @param arguments a size
	 */
	public static void main(String[] arguments) {
		List<CorsPolicySpec> specs = Policies.specs(Size.parse(arguments[0]));
		long usedBefore = used();
		long start = System.nanoTime();
		long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		CorsEngine engine = new CorsEngine(CorsPolicySet.compile(specs, CorsSettings.DEFAULTS).orThrow(),
				Observers.none());
		long millis = (System.nanoTime() - start) / 1_000_000;
		long cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart) / 1_000_000;
		long kilobytes = (used() - usedBefore) / 1024;
		System.out.println(engine.policySet().policies().size() + " policies: " + millis + " ms, " + cpu
				+ " ms of processor time, " + kilobytes + " KB");
		System.out.println(specs.size() + " specs stay in memory beside them.");
	}

	private static long used() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
