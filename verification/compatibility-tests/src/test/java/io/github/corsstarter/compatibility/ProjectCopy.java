package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies the project as a fresh clone would hold it.
 */
public final class ProjectCopy extends SimpleFileVisitor<Path> {

	private static final Set<String> NOT_CLONED = Set.of("target", ".git");

	private final Path source;

	private final Path target;

	private ProjectCopy(Path source, Path target) {
		this.source = source;
		this.target = target;
	}

	/**
	 * Copies the project.
	 * @param source the project's folder
	 * @param target where the copy is to be
	 */
	public static void make(Path source, Path target) throws IOException {
		Files.walkFileTree(source, new ProjectCopy(source, target));
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
		if (NOT_CLONED.contains(String.valueOf(folder.getFileName()))) {
			return FileVisitResult.SKIP_SUBTREE;
		}
		Files.createDirectories(this.target.resolve(this.source.relativize(folder)));
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
		if (attributes.isRegularFile()) {
			Files.copy(file, this.target.resolve(this.source.relativize(file)));
		}
		return FileVisitResult.CONTINUE;
	}

}
