package io.github.corsstarter.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Shows measurements as tables in Markdown.
 */
final class Tables {

	private final List<Measurement> measurements;

	private Tables(List<Measurement> measurements) {
		this.measurements = measurements;
	}

	static String of(List<Measurement> measurements) {
		Tables tables = new Tables(measurements);
		StringBuilder text = new StringBuilder();
		for (String stack : tables.distinct(Measurement::stack)) {
			text.append(tables.ofStack(stack)).append('\n');
		}
		return text.toString();
	}

	private String ofStack(String stack) {
		List<String> sides = new ArrayList<>(distinct(Measurement::side));
		StringBuilder table = new StringBuilder(stack).append(": nanoseconds, then bytes a request\n\n");
		table.append("| case | size | ").append(String.join(" | ", sides)).append(" | ours : Spring's |\n");
		table.append("|---|---|").append("---:|".repeat(sides.size() + 1)).append('\n');
		for (String kind : distinct(Measurement::kind)) {
			for (String size : distinct(Measurement::size)) {
				table.append("| ").append(kind.toLowerCase(Locale.ROOT).replace('_', ' ')).append(" | ").append(size);
				sides.forEach((side) -> table.append(" | ").append(cell(find(stack, kind, size, side))));
				table.append(" | ").append(ratio(stack, kind, size)).append(" |\n");
			}
		}
		return table.toString();
	}

	private static String cell(Measurement found) {
		return (found != null) ? String.format(Locale.ROOT, "%,.0f; %,.0f B", found.nanos(), found.allocated()) : "";
	}

	private String ratio(String stack, String kind, String size) {
		Measurement ours = find(stack, kind, size, "OURS");
		Measurement spring = find(stack, kind, size, "SPRING");
		if (ours == null || spring == null) {
			return "";
		}
		double ratio = spring.nanos() / ours.nanos();
		return String.format(Locale.ROOT, (ratio < 10) ? "**1/%.1f**" : "**1/%,.0f**", ratio);
	}

	private Measurement find(String stack, String kind, String size, String side) {
		return this.measurements.stream()
			.filter((measurement) -> measurement.isOf(stack, kind, size, side))
			.findFirst()
			.orElse(null);
	}

	private Set<String> distinct(Function<Measurement, String> field) {
		return new LinkedHashSet<>(this.measurements.stream().map(field).toList());
	}

}
