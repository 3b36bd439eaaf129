package io.github.corsstarter.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the Maven of the outer build on another project.
 */
final class Maven {

	private Maven() {
	}

	/**
	 * Builds a project, which has to succeed.
	 * @param project the project's folder
	 * @param repository the local repository to work with
	 * @param log where the output goes
	 * @param arguments phases and options
	 */
	static void run(Path project, Path repository, Path log, String... arguments) throws IOException {
		Process process = new ProcessBuilder(command(project, repository, arguments)).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			int status = process.waitFor();
			assertThat(status).as(() -> String.join(" ", arguments) + ":\n" + read(log)).isZero();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> command(Path project, Path repository, String... arguments) {
		boolean windows = File.separatorChar == '\\';
		List<String> command = new ArrayList<>();
		command.add(Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
		command.addAll(List.of("-B", "-ntp", "-f", project.resolve("pom.xml").toAbsolutePath().toString(),
				"-Dmaven.repo.local=" + repository));
		Path settings = Path.of(property("outer.settings"));
		if (Files.exists(settings)) {
			command.addAll(List.of("-s", settings.toString()));
		}
		if (isOffline()) {
			command.add("-o");
		}
		command.addAll(List.of(arguments));
		return command;
	}

	static boolean isOffline() {
		return Boolean.parseBoolean(property("outer.offline"));
	}

	/**
	 * Returns what the outer build hands over.
	 * @param name the name of a system property
	 * @return its value
	 */
	static String property(String name) {
		String value = System.getProperty(name);
		assertThat(value).as("The build hands over the property " + name).isNotNull();
		return value;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
