package io.github.corsstarter.origin;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@link OriginSet} against a list of entries that are matched one by one.
 */
class OriginSetPropertyTests {

	private static final long SEED = 20260103;

	private static final int SETS = 5_100;

	private static final int ORIGINS = 20;

	private final Random random = new Random(SEED);

	@Test
	void containsWhenOriginIsNearAnEntryShouldAgreeWithListOfEntries() {
		System.out.println("Origins near entries, seed " + SEED);
		int granted = 0;
		for (int i = 0; i < SETS; i++) {
			List<String> entries = entries();
			OriginSet set = set(entries);
			for (int j = 0; j < ORIGINS; j++) {
				String entry = entries.get(this.random.nextInt(entries.size()));
				String origin = GeneratedOrigins.origin(this.random, entry);
				boolean expected = OriginOracle.matches(entries, origin);
				assertThat(set.contains(origin)).as("%s in %s", origin, entries).isEqualTo(expected);
				granted += expected ? 1 : 0;
			}
		}
		assertThat(granted).isBetween(SETS * ORIGINS / 10, SETS * ORIGINS * 9 / 10);
	}

	@Test
	void isSerializedWhenOriginIsAnythingShouldAgreeWithExpression() {
		System.out.println("Serialized origins, seed " + SEED);
		int serialized = 0;
		for (int i = 0; i < SETS * ORIGINS; i++) {
			String origin = GeneratedOrigins.origin(this.random, GeneratedOrigins.entry(this.random));
			boolean expected = OriginOracle.isSerialized(origin);
			assertThat(Origins.isSerialized(origin)).as(origin).isEqualTo(expected);
			serialized += expected ? 1 : 0;
		}
		assertThat(serialized).isBetween(SETS * ORIGINS / 10, SETS * ORIGINS * 9 / 10);
	}

	private List<String> entries() {
		return Stream.generate(() -> GeneratedOrigins.entry(this.random)).limit(1 + this.random.nextInt(8)).toList();
	}

	private static OriginSet set(List<String> entries) {
		List<OriginPattern> patterns = entries.stream()
			.filter((entry) -> !entry.equals("null"))
			.map(OriginPattern::parse)
			.toList();
		return OriginSet.of(patterns, entries.contains("null"));
	}

}
