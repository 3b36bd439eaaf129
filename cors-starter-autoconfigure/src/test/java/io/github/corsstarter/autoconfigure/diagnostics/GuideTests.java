package io.github.corsstarter.autoconfigure.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ten mistakes of {@code docs/guide.md} lead to rules, whose examples are tried
 * beside this.
 */
class GuideTests {

	private static final Pattern LINK = Pattern.compile("\\[`([a-z-]+)`]\\(rules\\.md#([a-z-]+)\\)");

	@Test
	void mistakesShouldBeTenAndEachLeadToTheRuleThatFindsIt() throws IOException {
		List<String> rules = RulesPage.sections().stream().map(RulesPage.Section::rule).toList();
		assertThat(rows()).hasSize(10).allSatisfy((row) -> {
			List<MatchResult> links = LINK.matcher(row).results().toList();
			assertThat(links).isNotEmpty()
				.allSatisfy((link) -> assertThat(link.group(1)).isEqualTo(link.group(2)).isIn(rules));
		});
	}

	private static List<String> rows() throws IOException {
		return Files.readAllLines(Path.of("../docs/guide.md"))
			.stream()
			.dropWhile((line) -> !line.equals("## Ten usual mistakes"))
			.dropWhile((line) -> !line.startsWith("|---"))
			.skip(1)
			.takeWhile((line) -> line.startsWith("|"))
			.toList();
	}

}
