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
public final class Maven {

	private Maven() {
	}

	/**
	 * Builds a project, which has to succeed.
	 * @param project the project's folder
	 * @param repository the local repository to work with
	 * @param log where the output goes
	 * @param arguments phases and options, {@code -s} among them where the settings of
	 * the outer build are not to be used
	 */
	public static void run(Path project, Path repository, Path log, String... arguments) throws IOException {
		int status = status(project, repository, log, arguments);
		assertThat(status).as(() -> String.join(" ", arguments) + ":\n" + read(log)).isZero();
	}

	/**
	 * Builds a project, which has to fail.
	 * @param project the project's folder
	 * @param repository the local repository to work with
	 * @param log where the output goes
	 * @param arguments phases and options
	 * @return the output
	 */
	public static String fail(Path project, Path repository, Path log, String... arguments) throws IOException {
		int status = status(project, repository, log, arguments);
		assertThat(status).as(() -> String.join(" ", arguments) + ":\n" + read(log)).isOne();
		return read(log);
	}

	private static int status(Path project, Path repository, Path log, String... arguments) throws IOException {
		return Programs.status(new ProcessBuilder(command(project, repository, arguments)).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start());
	}

	private static List<String> command(Path project, Path repository, String... arguments) {
		boolean windows = File.separatorChar == '\\';
		List<String> command = new ArrayList<>();
		command.add(Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
		command.addAll(List.of("-B", "-ntp", "-f", project.resolve("pom.xml").toAbsolutePath().toString(),
				"-Dmaven.repo.local=" + repository));
		Path settings = Path.of(property("outer.settings"));
		if (Files.exists(settings) && !List.of(arguments).contains("-s")) {
			command.addAll(List.of("-s", settings.toString()));
		}
		if (isOffline()) {
			command.add("-o");
		}
		command.addAll(List.of(arguments));
		return command;
	}

	/**
	 * Returns whether the outer build may use no network.
	 */
	public static boolean isOffline() {
		return Boolean.parseBoolean(property("outer.offline"));
	}

	/**
	 * Returns what the outer build hands over.
	 * @param name the name of a system property
	 * @return its value
	 */
	public static String property(String name) {
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
