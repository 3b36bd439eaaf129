package io.github.corsstarter.lines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builds the applications in {@code consumers} on a line of Spring Boot, with a Maven of
 * its own. Each line is built once.
 */
final class ConsumerBuild {

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();

	private ConsumerBuild() {
	}

	/**
	 * Returns an application's jar.
	 * @param line the version of Spring Boot
	 * @param stack the application's name
	 * @return the runnable jar
	 */
	static Path jar(String line, String stack) {
		Path folder = BUILT.computeIfAbsent(line, ConsumerBuild::build);
		return folder.resolve(stack).resolve(stack + ".jar");
	}

	private static Path build(String line) {
		Path folder = TARGET.resolve("consumers").resolve(line);
		try {
			Files.createDirectories(folder);
			Path repository = StagedRepository.fill(TARGET.resolve("repository"), Path.of(property("outer.repository")),
					Path.of("..").toAbsolutePath(), property("project.version"));
			File log = folder.resolve("build.log").toFile();
			int status = new ProcessBuilder(command(line, folder, repository)).redirectErrorStream(true)
				.redirectOutput(log)
				.start()
				.waitFor();
			assertThat(status).as(() -> "Build on Spring Boot " + line + ":\n" + read(log.toPath())).isZero();
			return folder;
		}
		catch (IOException ex) {
			throw new IllegalStateException("Spring Boot " + line + " cannot be tried", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> command(String line, Path folder, Path repository) {
		boolean windows = File.separatorChar == '\\';
		List<String> command = new ArrayList<>();
		command.add(Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
		command.addAll(List.of("-B", "-ntp", "-f", Path.of("consumers", "pom.xml").toAbsolutePath().toString()));
		command.add("-Dmaven.repo.local=" + repository);
		command.add("-Dspring-boot.version=" + line);
		command.add("-Dcors-starter.version=" + property("project.version"));
		command.add("-Dconsumers.target=" + folder);
		Path settings = Path.of(property("outer.settings"));
		if (Files.exists(settings)) {
			command.addAll(List.of("-s", settings.toString()));
		}
		if (Boolean.parseBoolean(property("outer.offline"))) {
			command.add("-o");
		}
		command.add("package");
		return command;
	}

	private static String property(String name) {
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
