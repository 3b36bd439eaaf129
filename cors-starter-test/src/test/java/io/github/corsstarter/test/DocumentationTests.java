package io.github.corsstarter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documentation against the code: every block of YAML or properties is read by
 * the loader, and every link leads somewhere.
 */
class DocumentationTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

	/** Half of its blocks are mistakes: the rules' own tests start all of them. */
	private static final String RULES = "rules.md";

	private static final String NOT_RUN = "<!-- not run:";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0}")
	@MethodSource("configurationBlocks")
	void loadWhenConfigurationIsDocumentedShouldFindNoError(Block block) throws IOException {
		Path file = this.folder.resolve("application." + block.extension());
		Files.writeString(file, block.text());
		CorsAssertions.assertThatCors(file);
		assertThat(block.text()).as("A block of other configuration is marked with " + NOT_RUN)
			.containsAnyOf("cors:", "cors.");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("documents")
	void linkWhenItIsRelativeShouldLeadToFile(Path document) throws IOException {
		Matcher matcher = LINK.matcher(Files.readString(document));
		while (matcher.find()) {
			String target = matcher.group(1);
			if (!target.contains("://")) {
				assertThat(document.resolveSibling(target)).exists();
			}
		}
	}

	@Test
	void readmeShouldLinkEveryDocument() throws IOException {
		String readme = Files.readString(PROJECT.resolve("README.md"));
		assertThat(documents().skip(1))
			.allSatisfy((document) -> assertThat(readme).contains("(docs/" + document.getFileName() + ")"));
	}

	static Stream<Path> documents() throws IOException {
		List<Path> documents = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
		try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
			docs.filter((file) -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
		}
		return documents.stream();
	}

	static Stream<Block> configurationBlocks() throws IOException {
		List<Block> blocks = new ArrayList<>();
		for (Path document : documents().filter((file) -> !file.endsWith(RULES)).toList()) {
			List<String> lines = Files.readAllLines(document);
			for (int i = 0; i < lines.size(); i++) {
				String extension = lines.get(i).startsWith("```") ? lines.get(i).substring(3) : "";
				if (List.of("yaml", "yml", "properties").contains(extension)
						&& !(i > 0 && lines.get(i - 1).startsWith(NOT_RUN))) {
					int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
					blocks.add(new Block(document.getFileName() + ":" + (i + 1), extension,
							String.join("\n", lines.subList(i + 1, end))));
				}
			}
		}
		return blocks.stream();
	}

	/**
	 * A block of code.
	 */
	record Block(String place, String extension, String text) {

		@Override
		public String toString() {
			return this.place;
		}

	}

}
