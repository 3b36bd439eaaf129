package io.github.corsstarter.integration.diff;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.diff.CorsDifference;
import io.github.corsstarter.diff.CorsDifferences;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what is told of two versions against requests that both of them decide.
 */
final class DifferencesAgainstRequests {

	private static final List<String> SEGMENTS = List.of("a", "b", "bb", "ab", "xb", "axb", "c", "q", "A");

	private static final List<String> ORIGINS = List.of("https://a.example.com", "https://b.example.com",
			"https://app-1.example.com", "https://app-2.example.com", "https://x.a.example.com",
			"https://1-app.example.com", "https://app-2-app.example.com", "https://1-app.example.com",
			"https://z.example.com:8443", "http://localhost", "http://localhost:3000", "http://localhost:9",
			"https://evil.example", "null");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PURGE", "OTHER");

	private static final List<String> HEADERS = List.of("x-a", "x-b", "content-type", "x-strange");

	private final Version before;

	private final Version after;

	private final CorsDifferences differences;

	DifferencesAgainstRequests(Version before, Version after) {
		this.before = before;
		this.after = after;
		this.differences = CorsDifferences.between(before.toCompare(), after.toCompare());
	}

	/**
	 * Sends requests: what only one version grants has to be told.
	 * @return how many requests showed a difference
	 */
	int send(int count, Random random) {
		int different = 0;
		for (int i = 0; i < count; i++) {
			PageRequest request = request(random);
			Set<String> old = this.before.exposed(request);
			Set<String> next = this.after.exposed(request);
			different += Objects.equals(old, next) ? 0 : 1;
			checkTold(request, this.after, old, next, this.differences.widened());
			checkTold(request, this.before, next, old, this.differences.narrowed());
		}
		return different;
	}

	private static PageRequest request(Random random) {
		StringBuilder path = new StringBuilder();
		for (int depth = random.nextInt(4); depth >= 0; depth--) {
			path.append('/').append(any(SEGMENTS, random));
		}
		return new PageRequest((random.nextInt(50) == 0) ? "/" : path.toString(), any(ORIGINS, random),
				any(METHODS, random), random.nextBoolean() ? any(HEADERS, random) : null, random.nextBoolean());
	}

	private static String any(List<String> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

	private void checkTold(PageRequest request, Version wide, @Nullable Set<String> less, @Nullable Set<String> more,
			List<CorsDifference> told) {
		if (more == null) {
			return;
		}
		GoverningPolicy governing = Objects.requireNonNull(wide.governing(request.path()));
		List<CorsDifference> here = told.stream()
			.filter((difference) -> difference.policy().equals(governing.policy().name())
					&& difference.pattern().equals(governing.pattern())
					&& matches(difference.origin(), request.origin()))
			.toList();
		if (less == null) {
			assertThat(here).as("%s%n%s%n%s", request, this.before, this.after)
				.anyMatch((difference) -> explains(difference, request));
			return;
		}
		Set<String> exposed = new TreeSet<>(more);
		exposed.removeAll(less);
		if (!exposed.isEmpty() && !less.contains("*")) {
			assertThat(here).as("%s%n%s%n%s", request, this.before, this.after)
				.anyMatch((difference) -> difference.exposedHeader() != null);
		}
	}

	private static boolean explains(CorsDifference difference, PageRequest request) {
		return switch (difference.change()) {
			case ORIGIN -> true;
			case METHOD -> Set.of("*", request.method()).contains(difference.method());
			case HEADER -> request.header() != null && Set.of("*", request.header()).contains(difference.header());
			case CREDENTIALS -> request.credentials();
			case EXPOSED_HEADER -> false;
		};
	}

	private static boolean matches(String entry, String origin) {
		return entry.equals("*") || entry.equals(origin)
				|| (!entry.equals("null") && OriginSet.of(List.of(OriginPattern.parse(entry)), false).contains(origin));
	}

	/**
	 * Sends every example: only one version may grant it.
	 */
	void sendExamples() {
		this.differences.widened().forEach((difference) -> checkShown(difference, this.before, this.after));
		this.differences.narrowed().forEach((difference) -> checkShown(difference, this.after, this.before));
	}

	private static void checkShown(CorsDifference difference, Version narrow, Version wide) {
		CorsDifference.Example example = difference.example();
		PageRequest request = new PageRequest(example.path(), example.origin(), example.method(),
				example.headers().isEmpty() ? null : example.headers().get(0), example.credentials());
		Set<String> less = narrow.exposed(request);
		Set<String> more = wide.exposed(request);
		assertThat(more).as("%s%n%s%n%s", difference, narrow, wide).isNotNull();
		if (difference.exposedHeader() == null) {
			assertThat(less).as("%s%n%s%n%s", difference, narrow, wide).isNull();
		}
		else {
			assertThat(more).contains(difference.exposedHeader());
			assertThat(less).isNotNull().doesNotContain(difference.exposedHeader(), "*");
		}
	}

}
