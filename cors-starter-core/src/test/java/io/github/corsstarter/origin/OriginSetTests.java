package io.github.corsstarter.origin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginSet}.
 */
class OriginSetTests {

	@Test
	void containsWhenSetIsOfEveryOriginShouldBeTrueForWhatever() {
		assertThat(OriginSet.any().isAny()).isTrue();
		assertThat(OriginSet.any().contains("a b")).isTrue();
		assertThat(set().isAny()).isFalse();
		assertThat(set().contains("null")).isFalse();
		assertThat(set().contains("")).isFalse();
	}

	@Test
	void containsWhenOpaqueOriginIsListedShouldTakeItOnly() {
		OriginSet set = OriginSet.of(List.of(), true);
		assertThat(set.contains("null")).isTrue();
		assertThat(set.contains("nulls")).isFalse();
		assertThat(set.contains("Null")).isFalse();
	}

	@Test
	void containsWhenAnyHostOfASchemeIsListedShouldTakeNoOtherScheme() {
		OriginSet set = set("abc://*", "moz-extension://*");
		assertThat(set.contains("abc://x-1")).isTrue();
		assertThat(set.contains("xyz://x-1")).isFalse();
		assertThat(set.contains("abc://x:1")).isFalse();
		assertThat(set.contains("abc://")).isFalse();
	}

	@Test
	void containsWhenPartsOfLabelsAreListedShouldNotMixThem() {
		OriginSet set = set("https://a*b.example.com", "https://ab*.example.com", "http://a-*.example.com",
				"https://*-x.example.com");
		assertThat(List.of("https://aab.example.com", "https://abc.example.com", "http://a-b.example.com",
				"https://y-x.example.com"))
			.allMatch(set::contains);
		assertThat(List.of("https://ab.example.com", "https://a-c.example.com", "http://abc.example.com",
				"https://-x.example.com", "https://a.ab.example.com", "https://aab.example.org",
				"https://a*b.example.com"))
			.noneMatch(set::contains);
	}

	@Test
	void containsWhenThereAreManyShouldTellThemApart() {
		OriginSet set = set(IntStream.range(0, 1000)
			.mapToObj((i) -> List.of("http://h" + i + ":*", "https://*.w" + i + ".example",
					"https://p" + i + "-*.a.example"))
			.flatMap(List::stream)
			.toArray(String[]::new));
		for (int i = 0; i < 1000; i++) {
			assertThat(set.contains("http://h" + i + ":" + (i + 1000))).isTrue();
			assertThat(set.contains("https://a.w" + i + ".example")).isTrue();
			assertThat(set.contains("https://p" + i + "-z.a.example")).isTrue();
			assertThat(set.contains("https://h" + i)).isFalse();
			assertThat(set.contains("https://w" + i + ".example")).isFalse();
			assertThat(set.contains("https://q" + i + "-z.a.example")).isFalse();
		}
	}

	@Test
	void patternsWhenOriginsAreListedShouldBeThose() {
		OriginSet set = OriginSet.of(List.of(OriginPattern.parse("https://*.b"), OriginPattern.parse("https://a")),
				true);
		assertThat(set.patterns()).extracting(OriginPattern::toString).containsExactly("https://*.b", "https://a");
		assertThat(set.isOpaque()).isTrue();
		assertThat(OriginSet.any().patterns()).isEmpty();
		assertThat(OriginSet.any().isOpaque()).isFalse();
	}

	private static OriginSet set(String... entries) {
		return OriginSet.of(Arrays.stream(entries).map(OriginPattern::parse).toList(), false);
	}

}
