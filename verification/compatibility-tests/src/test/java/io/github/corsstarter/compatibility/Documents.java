package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project's documentation.
 */
final class Documents {

	private static final String FENCE = "```";

	private Documents() {
	}

	static List<Path> all() throws IOException {
		List<Path> documents = new ArrayList<>(List.of(of("README.md"), of("CONTRIBUTING.md"), of("SECURITY.md")));
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
	static Path of(String path) {
		return Path.of("../..").resolve(path);
	}

	/**
	 * Returns the fenced blocks of a language.
	 * @param document the document
	 * @param language what stands behind the fence
	 * @return the lines of each block, in the document's order
	 */
	static List<List<String>> blocks(Path document, String language) throws IOException {
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
