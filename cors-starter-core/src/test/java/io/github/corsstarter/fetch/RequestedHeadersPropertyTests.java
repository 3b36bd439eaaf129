package io.github.corsstarter.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.fetch.RequestedHeaders.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@link RequestedHeaders} against fields that are split at their commas.
 */
class RequestedHeadersPropertyTests {

	private static final long SEED = 20260104;

	private static final int REQUESTS = 120_000;

	private static final String[] NAMES = { "authorization", "content-type", "x-a", "x-b", "x-c", "X-A", "Content-Type",
			"x-a b", "x-\u212a", "x-k", "x-\u00e9", "*", "x_a", "a/b", "" };

	private static final String[] SPACES = { "", "", "", " ", "\t", " \t ", "  " };

	private final Random random = new Random(SEED);

	@Test
	void checkWhenFieldsAreAnyShouldAgreeWithSplitting() {
		System.out.println("Requested header names, seed " + SEED);
		Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
		for (int i = 0; i < REQUESTS; i++) {
			Set<String> listed = Stream.generate(() -> pick(NAMES).toLowerCase(Locale.ROOT))
				.limit(this.random.nextInt(12))
				.filter(Tokens::isToken)
				.collect(Collectors.toSet());
			boolean any = this.random.nextInt(8) == 0;
			HeaderNameSet set = any ? HeaderNameSet.any() : HeaderNameSet.of(listed);
			List<String> fields = fields();
			List<String> names = split(fields);
			Verdict expected = expected(fields, names, any, listed);
			assertThat(RequestedHeaders.check(Collections.enumeration(fields), set)).as("%s in %s", fields, listed)
				.isEqualTo(expected);
			assertThat(RequestedHeaders.names(Collections.enumeration(fields)))
				.isEqualTo(names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).distinct().toList());
			assertThat(RequestedHeaders.firstNotAllowed(Collections.enumeration(fields), set))
				.isEqualTo(firstNotAllowed(names, any, listed));
			verdicts.merge(expected, 1, Integer::sum);
		}
		assertThat(verdicts).hasSameSizeAs(Verdict.values());
		assertThat(Collections.min(verdicts.values())).isGreaterThan(REQUESTS / 500);
	}

	private static Verdict expected(List<String> fields, List<String> names, boolean any, Set<String> listed) {
		if (fields.stream().mapToInt(String::length).sum() > 4096) {
			return Verdict.MALFORMED;
		}
		if (names.size() > 128) {
			return Verdict.CROWDED;
		}
		return (firstNotAllowed(names, any, listed) == null) ? Verdict.ALLOWED : Verdict.NOT_ALLOWED;
	}

	private static @Nullable String firstNotAllowed(List<String> names, boolean any, Set<String> listed) {
		return names.stream()
			.filter((name) -> !(any ? Tokens.isToken(name) : isListed(name, listed)))
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.findFirst()
			.orElse(null);
	}

	private static boolean isListed(String name, Set<String> listed) {
		// Lower-casing makes a k of the Kelvin sign.
		return Tokens.isToken(name) && listed.contains(name.toLowerCase(Locale.ROOT));
	}

	private static List<String> split(List<String> fields) {
		return fields.stream()
			.flatMap((field) -> Arrays.stream(field.split(",", -1)))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	private List<String> fields() {
		List<String> fields = new ArrayList<>();
		int count = this.random.nextInt(4);
		int names = (this.random.nextInt(20) == 0) ? 30 + this.random.nextInt(120) : this.random.nextInt(5);
		for (int i = 0; i < count; i++) {
			StringBuilder field = new StringBuilder();
			for (int j = 0; j < names; j++) {
				field.append(pick(SPACES)).append(pick(NAMES)).append(pick(SPACES)).append(',');
			}
			if (this.random.nextInt(40) == 0) {
				field.append(" ,".repeat(this.random.nextInt(2200)));
			}
			fields.add((field.length() > 0 && this.random.nextBoolean()) ? field.substring(0, field.length() - 1)
					: field.toString());
		}
		return fields;
	}

	private String pick(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

}
