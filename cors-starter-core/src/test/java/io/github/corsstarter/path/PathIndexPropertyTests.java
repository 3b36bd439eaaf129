package io.github.corsstarter.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@link PathIndex} against Spring's {@code PathPattern}.
 */
class PathIndexPropertyTests {

	private static final long SEED = 20260101;

	private static final int INDEXES = 4_100;

	private static final int PATHS = 25;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findWhenPathIsPlainShouldAgreeWithPathPattern(boolean caseSensitive) {
		Random random = new Random(SEED);
		System.out.println("Plain paths, seed " + SEED);
		int found = 0;
		for (int i = 0; i < INDEXES; i++) {
			List<String> patterns = patterns(random);
			PathIndex<String> index = index(patterns, caseSensitive);
			PathPatternOracle oracle = new PathPatternOracle(patterns, caseSensitive);
			for (int j = 0; j < PATHS; j++) {
				String path = GeneratedPaths.plainPath(random);
				String governing = index.find("/app" + path, 4);
				assertThat(governing).as("%s in %s", path, patterns).isEqualTo(oracle.mapped(path));
				found += (governing != null) ? 1 : 0;
			}
		}
		assertThat(found).isBetween(INDEXES * PATHS / 10, INDEXES * PATHS * 9 / 10);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findWhenPathIsOddShouldAgreeWithPathPatternInBothReadings(boolean caseSensitive) {
		Random random = new Random(SEED);
		System.out.println("Odd paths, seed " + SEED);
		int reconciled = 0;
		for (int i = 0; i < INDEXES; i++) {
			List<String> patterns = patterns(random);
			PathIndex<String> index = index(patterns, caseSensitive);
			PathPatternOracle oracle = new PathPatternOracle(patterns, caseSensitive);
			for (int j = 0; j < PATHS; j++) {
				String path = GeneratedPaths.oddPath(random);
				String expected = expected(oracle.mapped(path), oracle.normalised(path), oracle.joined(path));
				assertThat(index.find(path, 0)).as("%s in %s", path, patterns).isEqualTo(expected);
				reconciled += (expected != null && expected.startsWith("[")) ? 1 : 0;
			}
		}
		assertThat(reconciled).isGreaterThan(INDEXES * PATHS / 100);
	}

	private static @Nullable String expected(@Nullable String mapped, @Nullable String normalised,
			@Nullable String joined) {
		String both = Objects.equals(mapped, normalised) ? mapped : bothOf(mapped, normalised);
		boolean known = Objects.equals(joined, mapped) || Objects.equals(joined, normalised);
		return known ? both : bothOf(both, joined);
	}

	private static String bothOf(@Nullable String mapped, @Nullable String normalised) {
		return "[" + mapped + "," + normalised + "]";
	}

	private static List<String> patterns(Random random) {
		return Stream.generate(() -> GeneratedPaths.pattern(random)).limit(1 + random.nextInt(6)).toList();
	}

	private static PathIndex<String> index(List<String> patterns, boolean caseSensitive) {
		Map<PathExpression, String> entries = new HashMap<>();
		patterns.forEach((pattern) -> entries.put(PathExpression.parse(pattern), pattern));
		return new PathIndex<>(entries, caseSensitive, PathIndexPropertyTests::bothOf);
	}

}
