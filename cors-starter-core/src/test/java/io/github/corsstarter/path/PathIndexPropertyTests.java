package io.github.corsstarter.path;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
				Set<@Nullable String> governing = new HashSet<>(index.find("/app" + path, 4));
				assertThat(governing).as("%s in %s", path, patterns).isEqualTo(oracle.readings(path));
				found += governing.contains(null) ? 0 : 1;
			}
		}
		assertThat(found).isBetween(INDEXES * PATHS / 10, INDEXES * PATHS * 9 / 10);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findWhenPathIsOddShouldAgreeWithPathPatternInEveryReading(boolean caseSensitive) {
		Random random = new Random(SEED);
		System.out.println("Odd paths, seed " + SEED);
		int different = 0;
		for (int i = 0; i < INDEXES; i++) {
			List<String> patterns = patterns(random);
			PathIndex<String> index = index(patterns, caseSensitive);
			PathPatternOracle oracle = new PathPatternOracle(patterns, caseSensitive);
			for (int j = 0; j < PATHS; j++) {
				String path = GeneratedPaths.oddPath(random);
				Set<@Nullable String> found = new HashSet<>(index.find(path, 0));
				assertThat(found).as("%s in %s", path, patterns).isEqualTo(oracle.readings(path));
				different += (found.size() > 1) ? 1 : 0;
			}
		}
		assertThat(different).isGreaterThan(INDEXES * PATHS / 100);
	}

	private static List<String> patterns(Random random) {
		return Stream.generate(() -> GeneratedPaths.pattern(random)).limit(1 + random.nextInt(6)).toList();
	}

	private static PathIndex<String> index(List<String> patterns, boolean caseSensitive) {
		Map<PathExpression, String> entries = new HashMap<>();
		patterns.forEach((pattern) -> entries.put(PathExpression.parse(pattern), pattern));
		return new PathIndex<>(entries, caseSensitive);
	}

}
