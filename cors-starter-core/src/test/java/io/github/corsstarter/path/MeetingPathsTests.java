package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MeetingPaths}.
 */
class MeetingPathsTests {

	private static final long SEED = 20260105;

	@Test
	void meetingWhenExpressionsAreAnyShouldFindThoseThatMeet() {
		System.out.println("Meeting path expressions, seed " + SEED);
		Random random = new Random(SEED);
		for (int i = 0; i < 2_000; i++) {
			List<PathExpression> all = Stream.generate(() -> PathExpression.parse(GeneratedPaths.pattern(random)))
				.limit(30)
				.toList();
			MeetingPaths<PathExpression> paths = new MeetingPaths<>();
			all.forEach((path) -> paths.add(path, path));
			PathExpression asked = PathExpression.parse(GeneratedPaths.pattern(random));
			List<PathExpression> found = new ArrayList<>();
			paths.meeting(asked, found::add);
			assertThat(found).as("%s of %s", asked, all)
				.containsExactlyInAnyOrderElementsOf(all.stream().filter(asked::meets).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("tellingApart")
	void candidatesWhenLiteralsDifferShouldBeFew(IntFunction<String> text) {
		MeetingPaths<Integer> paths = new MeetingPaths<>();
		int[] compared = new int[1];
		for (int i = 0; i < 10_000; i++) {
			PathExpression path = PathExpression.parse(text.apply(i));
			paths.candidates(path, (candidate) -> compared[0]++);
			paths.add(path, i);
		}
		assertThat(compared[0]).isZero();
	}

	@Test
	void candidatesWhenGlobStartsOrEndsInTheLastCharacterShouldHoldWhatItMatches() {
		MeetingPaths<String> paths = new MeetingPaths<>();
		for (String path : List.of("/\uffffx", "/x\uffff", "/\uffff*", "/\ufffe*")) {
			paths.add(PathExpression.parse(path), path);
		}
		List<String> found = new ArrayList<>();
		paths.meeting(PathExpression.parse("/\uffff*"), found::add);
		paths.meeting(PathExpression.parse("/*\uffff"), found::add);
		assertThat(found).containsExactlyInAnyOrder("/\uffffx", "/\uffff*", "/x\uffff", "/\uffff*", "/\ufffe*");
	}

	static Stream<IntFunction<String>> tellingApart() {
		return Stream.of((i) -> "/p" + i, (i) -> "/api/p" + i + "/**", (i) -> "/t" + i + "/{id}/x",
				(i) -> "/{tenant}/p" + i, (i) -> "/{tenant}/*/p" + i + "/*", (i) -> "/a*/p" + i,
				(i) -> "/t" + i + "-*/**", (i) -> "/*-t" + i + "/x", (i) -> "/{id}.e" + i, (i) -> "/a-*-t" + i + "/y",
				(i) -> (i % 2 == 0) ? "/t" + i + "-*/x" : "/t" + i + "/x",
				(i) -> (i % 2 == 0) ? "/*-t" + i + "/x" : "/a-t" + i + "/x",
				(i) -> (i % 2 == 0) ? "/a*-t" + i + "/x" : "/a" + i + "-*-u/x",
				(i) -> (i % 2 == 0) ? "/{tenant}/q" + i + "/**" : "/p" + i + "/s/**");
	}

}
