package io.github.corsstarter.path;

import java.util.Random;

import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@link PathExpression} against Spring's {@code PathPattern}.
 */
class PathExpressionPropertyTests {

	private static final long SEED = 20260102;

	private static final int PAIRS = 100_000;

	private final Random random = new Random(SEED);

	PathExpressionPropertyTests() {
		System.out.println("Pairs of path expressions, seed " + SEED);
	}

	@Test
	void compareToWhenPatternsAreAnyShouldAgreeWithPathPattern() {
		for (int i = 0; i < PAIRS; i++) {
			String one = GeneratedPaths.pattern(this.random);
			String other = GeneratedPaths.pattern(this.random);
			int expected = PathPatternOracle.ORDER.compare(pattern(one), pattern(other));
			int actual = PathExpression.parse(one).compareTo(PathExpression.parse(other));
			assertThat(Integer.signum(actual)).as("%s to %s", one, other).isEqualTo(Integer.signum(expected));
		}
	}

	@Test
	void coversWhenOtherMatchesShouldMatch() {
		int covered = 0;
		for (int i = 0; i < PAIRS; i++) {
			String one = GeneratedPaths.pattern(this.random);
			String other = GeneratedPaths.pattern(this.random);
			PathContainer path = PathContainer.parsePath(GeneratedPaths.plainPath(this.random));
			boolean bothOrNone = pattern(one).matches(path) || !pattern(other).matches(path);
			if (PathExpression.parse(one).covers(PathExpression.parse(other))) {
				assertThat(bothOrNone).as("%s covers %s at %s", one, other, path).isTrue();
				covered++;
			}
		}
		assertThat(covered).isGreaterThan(PAIRS / 20);
	}

	@Test
	void meetsWhenBothMatchShouldBeTrue() {
		int met = 0;
		for (int i = 0; i < PAIRS; i++) {
			String one = GeneratedPaths.pattern(this.random);
			String other = GeneratedPaths.pattern(this.random);
			PathContainer path = PathContainer.parsePath(GeneratedPaths.plainPath(this.random));
			if (pattern(one).matches(path) && pattern(other).matches(path)) {
				assertThat(PathExpression.parse(one).meets(PathExpression.parse(other)))
					.as("%s meets %s at %s", one, other, path)
					.isTrue();
				met++;
			}
		}
		assertThat(met).isGreaterThan(PAIRS / 50);
	}

	@Test
	void shapeWhenEqualShouldMatchTheSamePaths() {
		int equal = 0;
		for (int i = 0; i < PAIRS; i++) {
			String one = GeneratedPaths.pattern(this.random);
			String other = GeneratedPaths.pattern(this.random);
			PathContainer path = PathContainer.parsePath(GeneratedPaths.plainPath(this.random));
			if (PathExpression.parse(one).shape().equals(PathExpression.parse(other).shape())) {
				assertThat(pattern(one).matches(path)).as("%s and %s at %s", one, other, path)
					.isEqualTo(pattern(other).matches(path));
				equal++;
			}
		}
		assertThat(equal).isGreaterThan(PAIRS / 200);
	}

	private static PathPattern pattern(String text) {
		return PathPatternParser.defaultInstance.parse(text);
	}

}
