package io.github.corsstarter.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.benchmarks.Case;

/**
 * A point of the chart.
 *
 * @param kind the case
 * @param size how much is configured
 * @param bytes the length of the header that makes a case long
 */
record Growth(Case kind, String size, int bytes) {

	/**
	 * Lists the points: more policies, more wildcards, more bytes of a header.
	 */
	static List<Growth> points() {
		List<Growth> points = new ArrayList<>();
		for (String size : List.of("1x10", "10x10", "100x10", "1000x10", "1x1w", "1x10w", "1x100w", "1x1000w")) {
			points.add(new Growth(Case.ACTUAL_GRANTED, size, Benchmarks.LONG_HEADER));
		}
		for (int bytes : new int[] { 64, 512, 2048, 8192 }) {
			points.add(new Growth(Case.LONG_HEADER_NAMES, "1x10w", bytes));
			points.add(new Growth(Case.LONG_ORIGIN, "1x10w", bytes));
		}
		return points;
	}

}
