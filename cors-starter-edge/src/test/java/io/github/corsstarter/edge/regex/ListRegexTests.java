package io.github.corsstarter.edge.regex;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.fetch.HeaderNameSet;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.RequestedHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListRegexTests {

	private static final List<List<String>> LISTS = List.of(List.of(), List.of("*"), List.of("authorization"),
			List.of("x", "x-trace", "x-trace-id", "ks"), List.of("x!#$%&'*+.^_`|~9", "a.b"),
			IntStream.range(0, 200).mapToObj((i) -> "x-" + i).toList());

	private static final List<String> NAMES = List.of("authorization", "AUTHORIZATION", "x", "x-trace", "X-Trace-Id",
			"x-trac", "x-traces", "ks", "KS", "\u212as", "k\u017f", "x!#$%&'*+.^_`|~9", "x!#$%&'*+a^_`|~9", "a.b",
			"a-b", "x-7", "x-199", "x-200", "", "x y", "x;y", "\"x\"", "*", "\u00e9");

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void headersWhenListIsRandomShouldMatchAsRequestedHeadersDo(RegexDialect dialect) {
		Random random = new Random(1);
		for (List<String> allowed : LISTS) {
			String regex = new ListRegex(dialect).headers(allowed);
			for (int i = 0; i < 3000; i++) {
				String requested = requested(random, allowed);
				assertThat(Regexes.matches(dialect, regex, requested)).as("%s in %s", requested, allowed)
					.isEqualTo(isAllowed(requested, allowed));
			}
		}
	}

	private static String requested(Random random, List<String> allowed) {
		List<String> separators = List.of(",", ",", ", ", "\t,", " , ,", ",,");
		int count = random.nextInt(4);
		return IntStream.rangeClosed(0, count)
			.mapToObj((i) -> (allowed.isEmpty() || random.nextInt(3) == 0) ? NAMES.get(random.nextInt(NAMES.size()))
					: allowed.get(random.nextInt(allowed.size())))
			.map((name) -> name + ((random.nextInt(4) == 0) ? separators.get(random.nextInt(6)) : ""))
			.collect(Collectors.joining(separators.get(random.nextInt(6)), (random.nextInt(6) == 0) ? " ," : "", ""));
	}

	private static boolean isAllowed(String requested, List<String> allowed) {
		HeaderNameSet names = allowed.contains("*") ? HeaderNameSet.any() : HeaderNameSet.of(allowed);
		RequestedHeaders.Verdict verdict = RequestedHeaders.check(Collections.enumeration(List.of(requested)), names);
		return verdict == RequestedHeaders.Verdict.ALLOWED;
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void headersWhenThereAreManyShouldMatchUpToTheBound(RegexDialect dialect) {
		for (List<String> allowed : List.of(List.of("*"), LISTS.get(5))) {
			String regex = new ListRegex(dialect).headers(allowed);
			String most = IntStream.range(0, 128).mapToObj((i) -> "x-" + i).collect(Collectors.joining(" ,,"));
			assertThat(Regexes.matches(dialect, regex, most + ",")).isTrue();
			assertThat(Regexes.matches(dialect, regex, most + ",x-128")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void headersWhenTextIsLongShouldMatchUpToTheBound(RegexDialect dialect) {
		String regex = new ListRegex(dialect).headers(List.of("x"));
		assertThat(Regexes.matches(dialect, regex, ",".repeat(4095) + "x")).isTrue();
		assertThat(Regexes.matches(dialect, regex, ",".repeat(4096) + "x")).isEqualTo(dialect == RegexDialect.RE2);
		assertThat(Regexes.matches(dialect, regex, "x,".repeat(1000))).isTrue();
		assertThat(Regexes.matches(dialect, regex, "x,".repeat(1000) + "y")).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void methodsWhenListedShouldMatchOnlyThose(RegexDialect dialect) {
		String regex = new ListRegex(dialect).methods(List.of("GET", "M-SEARCH", "X!#$%&'*+.^_`|~9"));
		for (String method : List.of("GET", "M-SEARCH", "X!#$%&'*+.^_`|~9")) {
			assertThat(Regexes.matches(dialect, regex, method)).as(method).isTrue();
		}
		for (String method : List.of("get", "GETT", "AGET", "", "GET,M-SEARCH", "X!#$%&'*+a^_`|~9")) {
			assertThat(Regexes.matches(dialect, regex, method)).as(method).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PCRE", "RE2" })
	void methodsWhenAnyIsAllowedShouldMatchAsMethodsDo(RegexDialect dialect) {
		String regex = new ListRegex(dialect).methods(List.of("*"));
		for (String method : List.of("GET", "patch", "X!#$%&'*+.^_`|~9", "", "G T", "G,T", "P\u00dcT", "A".repeat(128),
				"A".repeat(129), "(", "\"", "\\", "{", "}", "@", "[", "]", "/", ":", ";", "<", "=", ">", "?")) {
			assertThat(Regexes.matches(dialect, regex, method)).as(method).isEqualTo(Methods.isMethod(method));
		}
	}

}
