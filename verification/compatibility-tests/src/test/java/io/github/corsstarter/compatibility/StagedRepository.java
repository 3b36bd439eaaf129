package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that holds our packaged artifacts and, by links, everything
 * that the outer build's repository holds: nothing is downloaded twice, and nothing of
 * ours gets into a repository that others use.
 */
public final class StagedRepository {

	private static final List<String> GROUP = List.of("io", "github", "corsstarter");

	private static final List<String> ARTIFACTS = List.of("cors-starter-core", "cors-starter-autoconfigure",
			"cors-starter", "cors-starter-edge", "cors-starter-lab");

	private final Path root;

	private final String version;

	private StagedRepository(Path root, String version) {
		this.root = root;
		this.version = version;
	}

	/**
	 * Fills a repository.
	 * @param root where it is to be
	 * @param outer the outer build's repository
	 * @param project the folder of the outer build
	 * @param version the version of our artifacts
	 * @return the folder of the repository
	 */
	static Path fill(Path root, Path outer, Path project, String version) throws IOException {
		withoutOurs(root, outer);
		StagedRepository repository = new StagedRepository(root, version);
		repository.stage("cors-starter-parent", project.resolve("pom.xml"), "pom");
		for (String artifact : ARTIFACTS) {
			Path folder = project.resolve(artifact);
			repository.stage(artifact, folder.resolve("pom.xml"), "pom");
			repository.stage(artifact, folder.resolve("target").resolve(artifact + "-" + version + ".jar"), "jar");
		}
		return root;
	}

	/**
	 * Makes a repository that holds all but our artifacts.
	 * @param root where it is to be
	 * @param outer the outer build's repository
	 * @return the folder of the repository
	 */
	public static Path withoutOurs(Path root, Path outer) throws IOException {
		link(outer, root, GROUP);
		return root;
	}

	private static void link(Path outer, Path inner, List<String> apart) throws IOException {
		Files.createDirectories(inner);
		if (apart.isEmpty() || !Files.isDirectory(outer)) {
			return;
		}
		try (Stream<Path> children = Files.list(outer)) {
			for (Path child : children.toList()) {
				Path target = inner.resolve(child.getFileName());
				if (child.endsWith(apart.get(0))) {
					link(child, target, apart.subList(1, apart.size()));
				}
				else if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
					Files.createSymbolicLink(target, child.toAbsolutePath());
				}
			}
		}
	}

	private void stage(String artifact, Path file, String extension) throws IOException {
		Path folder = this.root.resolve(String.join("/", GROUP)).resolve(artifact).resolve(this.version);
		Files.createDirectories(folder);
		Files.copy(file, folder.resolve(artifact + "-" + this.version + "." + extension),
				StandardCopyOption.REPLACE_EXISTING);
	}

}
