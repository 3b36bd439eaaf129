package io.github.corsstarter.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of one filter in one case.
 *
 * @param stack servlet or reactive
 * @param kind the case
 * @param size how much is configured
 * @param bytes the length of the header that makes a case long
 * @param side whose filter
 * @param nanos nanoseconds of processor time a request
 * @param wallNanos nanoseconds on the wall a request
 * @param allocated bytes allocated a request
 */
record Measurement(String stack, String kind, String size, int bytes, String side, double nanos, double wallNanos,
		double allocated) {

	private static final String HEADING = "stack,case,size,headerBytes,side,nanos,wallNanos,allocatedBytes";

	static List<Measurement> read(Path file) throws IOException {
		return Files.readAllLines(file).stream().skip(1).map(Measurement::parse).toList();
	}

	static void write(Path file, List<Measurement> measurements) throws IOException {
		List<String> lines = measurements.stream().map(Measurement::format).toList();
		Files.writeString(file, HEADING + "\n" + String.join("\n", lines) + "\n");
	}

	private static Measurement parse(String line) {
		String[] fields = line.split(",", -1);
		return new Measurement(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]), fields[4],
				Double.parseDouble(fields[5]), Double.parseDouble(fields[6]), Double.parseDouble(fields[7]));
	}

	private String format() {
		return String.format(Locale.ROOT, "%s,%s,%s,%d,%s,%.1f,%.1f,%.0f", this.stack, this.kind, this.size, this.bytes,
				this.side, this.nanos, this.wallNanos, this.allocated);
	}

	boolean isOf(String stack, String kind, String size, String side) {
		return this.stack.equals(stack) && this.kind.equals(kind) && this.size.equals(size) && this.side.equals(side);
	}

}
