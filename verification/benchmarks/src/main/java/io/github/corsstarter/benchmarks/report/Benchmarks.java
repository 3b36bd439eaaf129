package io.github.corsstarter.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.reactive.ReactiveBenchmark;
import io.github.corsstarter.benchmarks.servlet.ServletBenchmark;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all filters in one run. The sides of a case go one after the other, so that
 * whatever else the machine does meets all of them.
 */
public final class Benchmarks {

	static final int LONG_HEADER = 8192;

	private final Form form;

	private final Path file;

	private final List<Measurement> measurements = new ArrayList<>();

	private Benchmarks(Form form, Path file) {
		this.form = form;
		this.file = file;
	}

	/**
	 * Measures.
	 * @param arguments short, full, growth, rough or rough-growth, and the file for the
	 * results; or floor, and a case
	 */
	public static void main(String[] arguments) throws Exception {
		if (arguments[0].equals("floor")) {
			Floor.measure(Case.valueOf(arguments[1]));
			return;
		}
		Path file = Path.of(arguments[1]);
		switch (arguments[0]) {
			case "growth" -> new Benchmarks(Form.named("short"), file).measureGrowth();
			case "rough" -> new RoughRun().run(Form.named("short"), file);
			case "rough-growth" -> new RoughRun().runGrowth(file);
			default -> new Benchmarks(Form.named(arguments[0]), file).measureCases();
		}
		System.out.println(Tables.of(Measurement.read(file)));
	}

	private void measureCases() throws Exception {
		for (Class<?> stack : List.of(ServletBenchmark.class, ReactiveBenchmark.class)) {
			for (String size : this.form.sizes()) {
				for (Case kind : Case.values()) {
					measure(stack, kind, size, LONG_HEADER, sides(stack, kind, size));
				}
			}
		}
	}

	private List<Side> sides(Class<?> stack, Case kind, String size) {
		return this.form.sides()
			.stream()
			.filter((side) -> side.does(kind, Size.parse(size)))
			.filter((side) -> stack == ServletBenchmark.class || side.isReactive())
			.toList();
	}

	/**
	 * Measures what the chart shows: policies, wildcards, and bytes of a header.
	 */
	private void measureGrowth() throws Exception {
		for (Growth point : Growth.points()) {
			measure(ServletBenchmark.class, point.kind(), point.size(), point.bytes(), List.of(Side.OURS, Side.SPRING));
		}
	}

	private void measure(Class<?> stack, Case kind, String size, int bytes, List<Side> sides) throws Exception {
		String[] names = sides.stream().map(Side::name).toArray(String[]::new);
		ChainedOptionsBuilder options = new OptionsBuilder().include(stack.getName())
			.param("side", names)
			.param("kind", kind.name())
			.param("size", size)
			.param("bytes", String.valueOf(bytes))
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuTimeProfiler.class)
			.jvmArgs("-Xmx2g", "-XX:+UseParallelGC")
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.forks(this.form.forks())
			.warmupIterations(this.form.warmUps())
			.warmupTime(TimeValue.milliseconds(this.form.millis()))
			.measurementIterations(this.form.iterations())
			.measurementTime(TimeValue.milliseconds(this.form.millis()));
		run(options, stack, bytes);
		Measurement.write(this.file, this.measurements);
	}

	private void run(ChainedOptionsBuilder options, Class<?> stack, int bytes) throws RunnerException {
		for (RunResult result : new Runner(options.build()).run()) {
			BenchmarkParams params = result.getParams();
			Measurement measurement = new Measurement((stack == ServletBenchmark.class) ? "servlet" : "reactive",
					params.getParam("kind"), params.getParam("size"), bytes, params.getParam("side"),
					result.getSecondaryResults().get(CpuTimeProfiler.RESULT).getScore(),
					result.getPrimaryResult().getScore(),
					result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
			this.measurements.add(measurement);
			System.out.println(measurement);
		}
	}

}
