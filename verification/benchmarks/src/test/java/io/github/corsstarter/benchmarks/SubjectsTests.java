package io.github.corsstarter.benchmarks;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.benchmarks.reactive.ReactiveSubject;
import io.github.corsstarter.benchmarks.servlet.ServletSubject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that every filter that is measured gives the right answers.
 */
class SubjectsTests {

	private static final int LONG_HEADER = 1500;

	@ParameterizedTest
	@MethodSource("servletSides")
	void filterNextWhenServletShouldAnswerRightly(Side side, Case kind, Size size) throws Exception {
		new ServletSubject(side, kind, size, LONG_HEADER).check(kind.checks());
	}

	@ParameterizedTest
	@MethodSource("reactiveSides")
	void filterNextWhenReactiveShouldAnswerRightly(Side side, Case kind, Size size) {
		new ReactiveSubject(side, kind, size, LONG_HEADER).check(kind.checks());
	}

	static List<Arguments> servletSides() {
		return sides(Side.EMPTY, Side.OURS, Side.METERED, Side.OBSERVED, Side.SPRING, Side.SPRING_PARSED, Side.TOMCAT,
				Side.THROW_AWAY);
	}

	static List<Arguments> reactiveSides() {
		return sides(Side.EMPTY, Side.OURS, Side.METERED, Side.OBSERVED, Side.SPRING);
	}

	private static List<Arguments> sides(Side... sides) {
		List<Arguments> arguments = new ArrayList<>();
		for (Side side : sides) {
			for (Case kind : Case.values()) {
				for (String text : List.of("1x1", "20x3", "1x20w")) {
					Size size = Size.parse(text);
					if (side.does(kind, size)) {
						arguments.add(arguments(side, kind, size));
					}
				}
			}
		}
		return arguments;
	}

}
