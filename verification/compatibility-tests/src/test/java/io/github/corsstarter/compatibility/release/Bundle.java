package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What Maven Central gets, unpacked.
 */
final class Bundle {

	private final Path folder;

	private final String version;

	private Bundle(Path folder, String version) {
		this.folder = folder;
		this.version = version;
	}

	/**
	 * Unpacks a bundle.
	 * @param zip the bundle
	 * @param folder where its files are to be
	 * @param version the version of all that it should hold
	 * @return the files
	 */
	static Bundle unpack(Path zip, Path folder, String version) throws IOException {
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				if (!entry.isDirectory()) {
					Files.copy(entries, file);
				}
			}
		}
		return new Bundle(folder, version);
	}

	/**
	 * Returns a file of an artifact.
	 * @param artifact the artifact's name
	 * @param ending what follows its version, as {@code -sources.jar}
	 * @return the file, which may be missing
	 */
	Path file(String artifact, String ending) {
		return this.folder.resolve("io/github/corsstarter")
			.resolve(artifact)
			.resolve(this.version)
			.resolve(artifact + "-" + this.version + ending);
	}

	Pom pom(String artifact) throws IOException {
		return Pom.read(file(artifact, ".pom"));
	}

	/**
	 * Returns the paths of the artifacts that are here in any version.
	 */
	List<String> artifacts() throws IOException {
		return files().stream()
			.map((file) -> this.folder.relativize(file))
			.map((file) -> file.subpath(0, file.getNameCount() - 2).toString().replace('\\', '/'))
			.distinct()
			.toList();
	}

	/**
	 * Returns every file.
	 */
	List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
