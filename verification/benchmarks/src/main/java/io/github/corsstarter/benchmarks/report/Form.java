package io.github.corsstarter.benchmarks.report;

import java.util.List;

import io.github.corsstarter.benchmarks.Side;

/**
 * How much is measured, and how long.
 *
 * @param sizes how much is configured
 * @param sides whose filters
 * @param forks number of fresh JVMs for each measurement
 * @param warmUps number of iterations before it counts
 * @param iterations number of iterations that count
 * @param millis length of an iteration
 */
record Form(List<String> sizes, List<Side> sides, int forks, int warmUps, int iterations, int millis) {

	private static final List<Side> ALL_SIDES = List.of(Side.values());

	private static final List<Side> FEW_SIDES = List.of(Side.EMPTY, Side.OURS, Side.METERED, Side.SPRING, Side.TOMCAT);

	static Form named(String name) {
		return switch (name) {
			case "short" -> new Form(List.of("1x1", "100x10", "1x1000w"), FEW_SIDES, 1, 3, 3, 400);
			case "sizes" -> new Form(List.of("1000x100", "1x100w"), List.of(Side.OURS, Side.SPRING), 1, 3, 3, 400);
			case "full" ->
				new Form(List.of("1x1", "100x10", "1000x100", "1x100w", "1x1000w"), ALL_SIDES, 2, 3, 5, 1000);
			default -> throw new IllegalArgumentException("short, sizes or full, not " + name);
		};
	}

}
