package io.github.corsstarter.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that paths are folded as {@link String#equalsIgnoreCase} compares them: for every
 * pair of characters that it calls equal, wherever a pattern can hold one of them.
 */
class CaseFoldingTests {

	private static final List<Pair> PAIRS = pairs();

	private static List<Pair> pairs() {
		// The order calls equal what equalsIgnoreCase does.
		Map<String, List<String>> equal = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (int c = 0; c < 0x20000; c++) {
			if (Character.getType(c) != Character.SURROGATE) {
				equal.computeIfAbsent(Character.toString(c), (first) -> new ArrayList<>()).add(Character.toString(c));
			}
		}
		List<Pair> pairs = new ArrayList<>();
		for (List<String> characters : equal.values()) {
			for (String one : characters) {
				characters.stream()
					.filter((other) -> !other.equals(one))
					.forEach((other) -> pairs.add(new Pair(one, other)));
			}
		}
		return pairs;
	}

	@Test
	void foldWhenCharactersAreEqualWithoutCaseShouldMakeThemEqual() {
		assertThat(PAIRS).hasSizeGreaterThan(2500)
			.contains(new Pair("s", "\u017f"), new Pair("i", "\u0131"), new Pair("I", "\u0130"),
					new Pair("k", "\u212a"), new Pair("\ud801\udc00", "\ud801\udc28"));
		assertThat(PAIRS).allSatisfy((pair) -> {
			assertThat(pair.one()).isEqualToIgnoringCase(pair.other());
			assertThat(CaseFolding.fold("/" + pair.one() + "x")).isEqualTo(CaseFolding.fold("/" + pair.other() + "X"))
				.hasSize(2 + pair.one().length());
		});
	}

	@Test
	void foldWhenCharactersAreNotEqualWithoutCaseShouldKeepThemApart() {
		Map<String, String> first = new TreeMap<>();
		for (int c = 0; c < 0x20000; c++) {
			String character = Character.toString(c);
			String other = first.putIfAbsent(CaseFolding.fold(character), character);
			assertThat(other == null || other.equalsIgnoreCase(character)).as("%x", c).isTrue();
		}
	}

	@Test
	void findWhenCharactersAreEqualWithoutCaseShouldFindWhatHoldsTheOther() {
		for (String pattern : List.of("/x@y", "/x@y/{id}/**", "/*/@")) {
			for (Pair pair : PAIRS) {
				PathExpression expression = PathExpression.parse(pattern.replace("@", pair.one()));
				PathIndex<String> index = new PathIndex<>(Map.of(expression, "found"), false);
				String path = pattern.replace("@", pair.other()).replace("/**", "").replaceAll("[*?]|\\{\\w+}", "z");
				assertThat(index.find(path, 0)).as("%s for %s", path, expression).containsOnly("found");
			}
		}
	}

	/**
	 * Spring compares segments with wildcards by regular expressions, which fold ASCII
	 * alone, or by lower case: what it does is among what is found.
	 */
	@Test
	void findWhenCharactersAreEqualWithoutCaseShouldFindBothReadingsOfWildcards() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		for (String pattern : List.of("/@*", "/*@?", "/{name}@", "/x@?", "/*.@s/@")) {
			for (Pair pair : PAIRS) {
				String written = pattern.replace("@", pair.one());
				PathIndex<String> index = new PathIndex<>(Map.of(PathExpression.parse(written), "found"), false);
				String path = pattern.replace("@", pair.other()).replaceAll("[*?]|\\{\\w+}", "z");
				boolean matches = parser.parse(written).matches(PathContainer.parsePath(path));
				assertThat(index.find(path, 0)).as("%s for %s", path, written)
					.anyMatch((found) -> matches == (found != null));
			}
		}
	}

	@Test
	void findWhenLettersOfAsciiAloneDifferInCaseShouldHaveOneReading() {
		PathIndex<String> index = new PathIndex<>(Map.of(PathExpression.parse("/Files/*.JS"), "found"), false);
		assertThat(index.find("/fILES/a.Js", 0)).containsExactly("found");
		assertThat(index.find("/files/%41.js", 0)).containsOnly("found");
		assertThat(index.find("/files/a.j%C5%BF", 0)).containsOnly("found", null);
		assertThat(index.find("/file%C5%BF/a.js/", 0)).containsOnly("found", null);
	}

	@Test
	void coversWhenCharactersAreEqualWithoutCaseShouldBeTrueForFoldedPatterns() {
		for (String pattern : List.of("/@", "/@/**", "/a@*", "/{name}@")) {
			for (Pair pair : PAIRS) {
				PathExpression one = PathExpression.parse(pattern.replace("@", pair.one())).ignoringCase();
				PathExpression other = PathExpression.parse(pattern.replace("@", pair.other())).ignoringCase();
				assertThat(one.covers(other)).as("%s and %s", one, other).isTrue();
				assertThat(one.shape()).isEqualTo(other.shape());
			}
		}
	}

	/**
	 * Two characters, each a text as it may be one of two halves.
	 */
	private record Pair(String one, String other) {
	}

}
