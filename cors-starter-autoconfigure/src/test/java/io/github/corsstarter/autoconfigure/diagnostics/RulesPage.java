package io.github.corsstarter.autoconfigure.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code docs/rules.md}: each rule has an example that breaks it, the report for
 * that, and the example put right.
 */
final class RulesPage {

	private RulesPage() {
	}

	static List<Section> sections() {
		try {
			List<Section> sections = new ArrayList<>();
			String page = Files.readString(Path.of("../docs/rules.md"));
			for (String section : page.substring(page.indexOf("\n### `") + 1).split("(?m)^### ")) {
				if (!section.isEmpty()) {
					sections.add(section(section));
				}
			}
			return sections;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Section section(String text) {
		List<String> blocks = new ArrayList<>();
		int start = text.indexOf("```");
		while (start >= 0) {
			int end = text.indexOf("```", start + 3);
			blocks.add(text.substring(text.indexOf('\n', start) + 1, end));
			start = text.indexOf("```", end + 3);
		}
		return new Section(text.substring(1, text.indexOf('`', 1)), blocks.get(0), blocks.get(1).strip(),
				blocks.get(2));
	}

	/**
	 * What the page says about a rule.
	 *
	 * @param rule the rule's id
	 * @param bad an application.yml that breaks the rule
	 * @param report what a start prints for it
	 * @param good the nearest application.yml that does not break it
	 */
	record Section(String rule, String bad, String report, String good) {

		@Override
		public String toString() {
			return this.rule;
		}

	}

}
