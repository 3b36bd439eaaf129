package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
		return folder(line, stack).resolve(stack + ".jar");
	}

	/**
	 * Returns where an application was built.
	 * @param line the version of Spring Boot
	 * @param application the application's name
	 * @return the folder
	 */
	static Path folder(String line, String application) {
		return BUILT.computeIfAbsent(line, ConsumerBuild::build).resolve(application);
	}

	private static Path build(String line) {
		Path folder = TARGET.resolve("consumers").resolve(line);
		try {
			Files.createDirectories(folder);
			Path repository = StagedRepository.fill(TARGET.resolve("repository"),
					Path.of(Maven.property("outer.repository")), Path.of("../..").toAbsolutePath(),
					Maven.property("project.version"));
			Maven.run(Path.of("consumers"), repository, folder.resolve("build.log"), "package",
					"-Dspring-boot.version=" + line, "-Dcors-starter.version=" + Maven.property("project.version"),
					"-Dconsumers.target=" + folder);
			return folder;
		}
		catch (IOException ex) {
			throw new IllegalStateException("Spring Boot " + line + " cannot be tried", ex);
		}
	}

}
