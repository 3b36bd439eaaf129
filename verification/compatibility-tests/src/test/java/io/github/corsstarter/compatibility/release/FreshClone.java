package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.compatibility.Documents;
import io.github.corsstarter.compatibility.Maven;
import io.github.corsstarter.compatibility.ProjectCopy;
import io.github.corsstarter.compatibility.Programs;
import io.github.corsstarter.compatibility.StagedRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of the project in which a newcomer has done what the README says first: to
 * install the snapshot. It is made once for all tests, which go on from there.
 *
 * @param project the copy
 * @param repository the newcomer's local repository
 */
record FreshClone(Path project, Path repository) {

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	private static @Nullable FreshClone installed;

	static synchronized FreshClone installed() throws IOException {
		FreshClone clone = installed;
		if (clone == null) {
			clone = new FreshClone(TARGET.resolve("clone"), TARGET.resolve("clone-repository"));
			clone.install();
			installed = clone;
		}
		return clone;
	}

	private void install() throws IOException {
		FileSystemUtils.deleteRecursively(this.project);
		FileSystemUtils.deleteRecursively(this.repository);
		ProjectCopy.make(Documents.of(""), this.project);
		StagedRepository.withoutOurs(this.repository, Path.of(Maven.property("outer.repository")));
		ProcessBuilder shell = new ProcessBuilder("sh", "-c", Documents.command("install command"))
			.directory(this.project.toFile());
		shell.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + this.repository);
		Programs.run(shell);
	}

	/**
	 * Does what only the owner can do, in the way that {@code docs/releasing.md} says.
	 * @param key the key that signs
	 */
	void fillIn(String key) throws IOException {
		Path pom = this.project.resolve("pom.xml");
		Files.writeString(pom,
				Files.readString(pom)
					.replace("OWNER/REPOSITORY", "example/cors-starter")
					.replace("<gpg.keyname>KEY</gpg.keyname>", "<gpg.keyname>" + key + "</gpg.keyname>"));
	}

	void setVersion(String version) throws IOException {
		Programs.run(List.of(this.project.resolve(".ci/set-version").toString(), version));
	}

}
