package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The project's documentation.
 */
public final class Documents {

	private static final String FENCE = "```";

	private Documents() {
	}

	/**
	 * Returns every document.
	 */
	public static List<Path> all() throws IOException {
		List<Path> documents = new ArrayList<>(
				List.of(of("README.md"), of("CONTRIBUTING.md"), of("SECURITY.md"), of("CODE_OF_CONDUCT.md")));
		try (Stream<Path> docs = Files.list(of("docs"))) {
			docs.filter((file) -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
		}
		return documents;
	}

	/**
	 * Returns a file of the project.
	 * @param path its path from the project's root
	 * @return the file
	 */
	public static Path of(String path) {
		return Path.of("../..").resolve(path);
	}

	/**
	 * Returns a command of the README.
	 * @param name what the comment before its block says
	 * @return its lines
	 */
	public static String command(String name) throws IOException {
		String readme = Files.readString(of("README.md"));
		String start = "<!-- " + name + " -->\n```sh\n";
		assertThat(readme).containsOnlyOnce(start);
		int from = readme.indexOf(start) + start.length();
		return readme.substring(from, readme.indexOf(FENCE, from)).strip();
	}

	/**
	 * Returns the fenced blocks of a language.
	 * @param document the document
	 * @param language what stands behind the fence
	 * @return the lines of each block, in the document's order
	 */
	public static List<List<String>> blocks(Path document, String language) throws IOException {
		List<List<String>> blocks = new ArrayList<>();
		String fence = "";
		for (String line : Files.readAllLines(document)) {
			if (line.strip().startsWith(FENCE)) {
				fence = fence.isEmpty() ? line.strip() : "";
				if (fence.equals(FENCE + language)) {
					blocks.add(new ArrayList<>());
				}
			}
			else if (fence.equals(FENCE + language)) {
				blocks.get(blocks.size() - 1).add(line);
			}
		}
		return blocks;
	}

}
