package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what the documentation tells a newcomer to do, in a copy of the project, and
 * compares what is printed.
 */
class DocumentedCommandsTests {

	private static final String DOCUMENTED = "localhost:8080";

	private static final String COMMAND_LINE = "cors-starter-cli.jar";

	private static final String PROMPT = "$ ";

	@TempDir
	private static Path clone;

	@BeforeAll
	static void findShell() throws Exception {
		Programs.require("curl", "curl");
	}

	@Test
	void commandWhenDocumentedShouldPrintWhatIsDocumented() throws Exception {
		List<Command> commands = commands();
		assertThat(commands).hasSizeGreaterThan(3);
		ProjectCopy.make(Documents.of(""), clone);
		try (Consumer sample = Consumer.run(clone, Documents.command("sample command"))) {
			for (Command command : commands) {
				String address = "127.0.0.1:" + sample.port();
				String output = run(command.line().replace(DOCUMENTED, address)).replace(address, DOCUMENTED);
				assertThat(compact(output)).as(command.line()).containsSubsequence(command.output());
			}
		}
	}

	@Test
	void scriptWhenDocumentedShouldExist() throws Exception {
		for (Path document : Documents.all()) {
			for (String word : Files.readString(document).split("[\\s`()|]+", -1)) {
				if (word.contains("/") && (word.endsWith(".sh") || word.endsWith("/run"))) {
					assertThat(Documents.of(word)).as(document.toString()).isExecutable();
				}
			}
		}
	}

	private static List<Command> commands() throws IOException {
		List<Command> commands = new ArrayList<>();
		for (Path document : Documents.all()) {
			for (List<String> block : Documents.blocks(document, "console")) {
				commands.add(Command.of(block));
			}
		}
		return commands;
	}

	private static String run(String line) throws IOException {
		String jar = Documents.of("cors-starter-cli/target").resolve(COMMAND_LINE).toAbsolutePath().toString();
		Process process = new ProcessBuilder("sh", "-c", line.replace(COMMAND_LINE, jar)).directory(clone.toFile())
			.redirectErrorStream(true)
			.start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	// The documentation breaks lines of JSON where the endpoint does not.
	private static String compact(String text) {
		return text.chars()
			.filter((each) -> !Character.isWhitespace(each))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * A command and the lines that it prints, without white space.
	 */
	record Command(String line, List<String> output) {

		static Command of(List<String> block) {
			assertThat(block.get(0)).startsWith(PROMPT);
			int lines = 1;
			while (block.get(lines - 1).endsWith("\\")) {
				lines++;
			}
			String line = String.join("\n", block.subList(0, lines)).substring(PROMPT.length());
			Stream<String> output = block.subList(lines, block.size()).stream();
			return new Command(line,
					output.filter((each) -> !each.startsWith("Date:"))
						.map(DocumentedCommandsTests::compact)
						.filter((each) -> !each.isEmpty())
						.toList());
		}

	}

}
