package io.github.corsstarter.benchmarks.reactive;

import java.util.concurrent.TimeUnit;

import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One reactive filter, one case, one size. Which ones, {@code Benchmarks} says.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReactiveBenchmark {

	/** Whose filter. */
	@Param("OURS")
	public Side side;

	/** The case. */
	@Param("ACTUAL_GRANTED")
	public Case kind;

	/** How much is configured. */
	@Param("1x1")
	public String size;

	/** The length of the header that makes a case long. */
	@Param("8192")
	public int bytes;

	private ReactiveSubject subject;

	/**
	 * Makes the filter and checks its answers.
	 */
	@Setup
	public void setUp() {
		this.subject = new ReactiveSubject(this.side, this.kind, Size.parse(this.size), this.bytes);
		this.subject.check(this.kind.checks());
	}

	/**
	 * Filters a request.
	 * @return everything that came of it
	 */
	@Benchmark
	public Object filter() {
		return this.subject.filterNext();
	}

}
