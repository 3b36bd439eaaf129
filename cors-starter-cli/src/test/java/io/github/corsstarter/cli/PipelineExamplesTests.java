package io.github.corsstarter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of pipelines in the documentation: YAML whose commands this tool knows.
 */
class PipelineExamplesTests {

	private static final String COMMAND = "java -jar cors-starter-cli.jar ";

	@Test
	void exampleWhenDocumentedShouldCallTheToolAsItIs() throws IOException {
		List<String> commands = new ArrayList<>();
		String[] blocks = Files.readString(Path.of("../docs/cli.md")).split("```yaml\n", -1);
		assertThat(blocks).hasSize(3);
		for (int i = 1; i < blocks.length; i++) {
			Object pipeline = new Yaml().load(blocks[i].substring(0, blocks[i].indexOf("```")));
			collect(pipeline, commands);
		}
		assertThat(commands).hasSize(5);
		for (String command : commands) {
			String arguments = command.substring(COMMAND.length()).replaceFirst(" > .*", "");
			assertThat(CorsStarterCli.create().parseArgs(arguments.split(" ", -1)).errors()).as(command).isEmpty();
		}
	}

	private static void collect(Object node, List<String> commands) {
		if (node instanceof Map<?, ?> map) {
			map.values().forEach((value) -> collect(value, commands));
		}
		else if (node instanceof List<?> list) {
			list.forEach((value) -> collect(value, commands));
		}
		else if (String.valueOf(node).startsWith(COMMAND)) {
			commands.add(String.valueOf(node));
		}
	}

}
