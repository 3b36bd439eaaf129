package io.github.corsstarter.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar, run in a folder of its own.
 */
final class Cli {

	static final Path JAR = Path.of(System.getProperty("cli.jar"));

	private final Path folder;

	private final Map<String, String> environment = new LinkedHashMap<>();

	private String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private String input = "";

	Cli(Path folder) {
		this.folder = folder;
	}

	Cli with(String variable, String value) {
		this.environment.put(variable, value);
		return this;
	}

	Cli on(String java) {
		this.java = java;
		return this;
	}

	Cli reading(String input) {
		this.input = input;
		return this;
	}

	Cli file(String name, String content) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Result run(String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.java, "-jar", JAR.toString()));
		command.addAll(List.of(arguments));
		try {
			Path out = Files.createTempFile(this.folder, "cli", ".out");
			Path err = Files.createTempFile(this.folder, "cli", ".err");
			ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectOutput(out.toFile())
				.redirectError(err.toFile());
			// What the outer build is given is not for the program.
			builder.environment()
				.keySet()
				.removeIf((name) -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_OPTS"));
			builder.environment().putAll(this.environment);
			Process process = builder.start();
			process.getOutputStream().write(this.input.getBytes(StandardCharsets.UTF_8));
			process.getOutputStream().close();
			return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a run came to.
	 */
	record Result(int exitCode, String out, String err) {

		Result hasExitCode(int expected) {
			assertThat(this.exitCode).as(this.out + this.err).isEqualTo(expected);
			return this;
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.out);
		}

	}

}
